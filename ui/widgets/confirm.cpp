#include "ui/widgets/confirm.h"

#include "ui/theme/type.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogframe.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int questionWidth = 460;

class QuestionDialog final : public DialogFrame
{
    Q_OBJECT
public:
    QuestionDialog(QWidget *parent, const Question &question)
        : DialogFrame(parent, questionWidth)
        , m_question(question)
        , m_no(new Button(Button::Second))
    {
        setObjectName(u"question"_s);
        auto *text = new QLabel(question.text);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setProperty("ink", u"text2"_s);
        body()->addWidget(text);
        auto *yes = new Button(question.destructive ? Button::Destructive : Button::Main);
        yes->setText(question.yes);
        yes->setObjectName(u"yes"_s);
        m_no->setObjectName(u"no"_s);
        addFooterButton(m_no);
        addFooterButton(yes);
        connect(m_no, &QPushButton::clicked, this, &QDialog::reject);
        connect(yes, &QPushButton::clicked, this, &QDialog::accept);
        m_no->setFocus();
    }

private:
    void retranslate() override
    {
        setTitle(m_question.title);
        m_no->setText(m_question.no.isEmpty() ? tr("&Cancel") : m_question.no);
    }

    Question m_question;
    Button *m_no;
};

} // namespace

void ask(QWidget *parent, const Question &question, std::function<void()> agreed)
{
    auto *dialog = new QuestionDialog(parent, question);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(agreed));
    dialog->open();
}

} // namespace accueil

#include "confirm.moc"
