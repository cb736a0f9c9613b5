#include "ui/records/question.h"

#include "ui/widgets/button.h"
#include "ui/widgets/dialogframe.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int noticeWidth = 480;

// A sentence and the buttons that answer it; any of them closes it.
class Notice final : public DialogFrame
{
    Q_OBJECT
public:
    Notice(QWidget *parent, const QString &title, const QString &text)
        : DialogFrame(parent, noticeWidth)
    {
        auto *label = new QLabel(text);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("ink", u"text2"_s);
        body()->addWidget(label);
        setTitle(title);
    }

    Button *addAnswer(Button::Kind kind, const QString &words, const QString &name)
    {
        auto *button = new Button(kind);
        button->setText(words);
        button->setObjectName(name);
        addFooterButton(button);
        connect(button, &QAbstractButton::clicked, this, &QDialog::accept);
        return button;
    }

private:
    void retranslate() override { }
};

} // namespace

class AskWhose
{
    Q_DECLARE_TR_FUNCTIONS(accueil::AskWhose)
public:
    static void open(QWidget *parent, const QString &name, const std::function<void()> &showTheirs,
        const std::function<void()> &keepMine)
    {
        auto *notice = new Notice(parent, tr("Someone else changed it"),
            tr("“%1” was saved from elsewhere while this form was open.").arg(name));
        notice->addAnswer(Button::Quiet, tr("&Back to the form"), u"back"_s);
        QObject::connect(notice->addAnswer(Button::Second, tr("&Keep mine"), u"mine"_s), &QAbstractButton::clicked,
            parent, keepMine);
        Button *theirs = notice->addAnswer(Button::Main, tr("&Show theirs"), u"theirs"_s);
        QObject::connect(theirs, &QAbstractButton::clicked, parent, showTheirs);
        theirs->setFocus();
        notice->open();
    }
    static QString close() { return tr("&Close"); }
};

void askWhose(QWidget *parent, const QString &name, const std::function<void()> &showTheirs,
    const std::function<void()> &keepMine)
{
    AskWhose::open(parent, name, showTheirs, keepMine);
}

void tell(QWidget *parent, const QString &title, const QString &text)
{
    auto *notice = new Notice(parent, title, text);
    notice->addAnswer(Button::Main, AskWhose::close(), u"close"_s)->setFocus();
    notice->open();
}

} // namespace accueil

#include "question.moc"
