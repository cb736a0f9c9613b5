#pragma once

#include "app/domain/ward.h"
#include "ui/page.h"

class QListWidget;

namespace accueil {

class Button;
class Field;
class IconButton;
class NoteLine;
class TextLine;

// The hospital's wards and services: added, renamed everywhere, moved, taken off the list. What is done here is done at
// once; nothing waits for the page to be saved.
class WardsEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit WardsEditor(const PageContext &context, QWidget *parent = nullptr);
    void read();
    void retranslate();

private:
    using Work = std::function<Result<Ward>(WardService &, const Session &)>;
    void build();
    void showWards();
    void showActions();
    const Ward *current() const;
    QString lineOf(const Ward &ward) const;
    void add();
    void rename();
    void move(int by);
    void remove();
    void run(const QString &chosen, Work work, const std::function<void(const Ward &)> &done = {});

    PageContext m_context;
    QList<Ward> m_wards;
    QString m_chosen;
    TextLine *m_name;
    Field *m_nameField;
    Button *m_add;
    QListWidget *m_list;
    Field *m_listField;
    Button *m_rename;
    Button *m_remove;
    IconButton *m_up;
    IconButton *m_down;
    NoteLine *m_note;
};

} // namespace accueil
