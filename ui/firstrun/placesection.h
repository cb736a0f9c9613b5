#pragma once

#include "ui/desk.h"
#include "ui/firstrun/section.h"
#include "ui/widgets/field.h"

namespace accueil {

class Banner;
class Button;
class OptionCard;
class TextLine;

// Where the data lie: this desk, or a PostgreSQL server that is tried before one goes on.
class PlaceSection final : public Section
{
    Q_OBJECT
public:
    explicit PlaceSection(Desk &desk, QWidget *parent = nullptr);
    bool isComplete() const override; // this desk, or a server that answered
    void lock(); // the store has been made: too late to choose

Q_SIGNALS:
    void storeFound(accueil::StoreState state); // the server has a store already

private:
    void retranslate() override;
    void buildServerForm();
    void readFreeSpace();
    void connectToServer();
    void connected(const Result<StoreState> &state);
    StorePlace typedPlace() const;
    void modeChosen();

    Desk &m_desk;
    OptionCard *m_thisDesk;
    OptionCard *m_server;
    QWidget *m_form;
    TextLine *m_host;
    TextLine *m_port;
    TextLine *m_name;
    TextLine *m_user;
    TextLine *m_password;
    Field *m_hostField;
    Field *m_portField;
    Field *m_nameField;
    Field *m_userField;
    Field *m_passwordField;
    Button *m_connect;
    Banner *m_answer;
    qint64 m_freeBytes = -1;
    bool m_connected = false;
    bool m_locked = false;
};

} // namespace accueil
