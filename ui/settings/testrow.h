#pragma once

#include "app/domain/channel.h"
#include "app/services/messagesender.h"
#include "ui/page.h"
#include "ui/widgets/field.h"

namespace accueil {

class Banner;
class Button;
class TextLine;

// "Send a test": a recipient, a button, and what the provider said.
class TestRow : public QWidget
{
    Q_OBJECT
public:
    TestRow(const PageContext &context, Channel channel, QWidget *parent = nullptr);
    void send(); // with the settings that are stored
    void retranslate();

Q_SIGNALS:
    void wanted(); // the page stores what was typed, then calls send()

private:
    void answered(const Result<SendReport> &answer);

    PageContext m_context;
    Channel m_channel;
    TextLine *m_recipient;
    Field *m_field;
    Button *m_button;
    Banner *m_answer;
};

} // namespace accueil
