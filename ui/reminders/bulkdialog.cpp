#include "ui/reminders/bulkdialog.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/calendaredit.h"
#include "ui/records/recordwords.h"
#include "ui/reminders/templatechoice.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/segmented.h"

#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QUuid>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

BulkDialog::BulkDialog(const RecordContext &desk, const PatientFilter &filter, QWidget *parent)
    : RecordDialog(metrics::narrowDialog, parent)
    , m_desk(desk)
    , m_filter(filter)
    , m_clientId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    setForm(makeForm());
    setTitle(tr("Reminder to all patients of the list"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &BulkDialog::readPreview);
    connect(m_channel, &Segmented::chosen, this, &BulkDialog::previewSoon);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &BulkDialog::previewSoon);
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &BulkDialog::previewSoon);
    connect(m_template, &QComboBox::currentIndexChanged, this, [this] {
        m_message->setEnabled(m_template->templateName().isEmpty());
        previewSoon();
    });
    connect(m_message, &QPlainTextEdit::textChanged, this, &BulkDialog::previewSoon);
    m_message->setFocus();
}

QWidget *BulkDialog::makeForm()
{
    m_channel = new Segmented;
    QList<Segmented::Option> channels;
    for (const auto &channel : channelTable.rows)
        channels += {RecordWords::channel(channel.value), int(channel.value)};
    m_channel->setOptions(channels);
    m_channel->setValue(int(Channel::Sms));
    m_when = new CalendarEdit(u"dd/MM/yyyy HH:mm"_s);
    m_when->setDateTime(QDateTime(m_desk.time.today().addDays(1), QTime(9, 0)));
    m_purpose = new ListBox;
    for (const auto &purpose : purposeTable.rows)
        m_purpose->addItem(RecordWords::purpose(purpose.value), int(purpose.value));
    m_purpose->setValue(int(Purpose::FollowUp));
    m_template = new TemplateChoice(m_desk);
    m_message = new QPlainTextEdit;
    m_message->setTabChangesFocus(true);
    m_message->setFixedHeight(110);
    m_words = new QLabel;
    m_words->setObjectName(u"outcome"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setMinimumHeight(4 * m_words->fontMetrics().height());
    m_words->setAlignment(Qt::AlignTop);
    m_words->setText(tr("Write the message to see who gets it and what it costs."));
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(addField(m_channel, tr("By"), {u"channel"_s}));
    Field *when = addField(m_when, tr("&When"), {u"scheduled_time"_s});
    when->setHint(tr("the hospital’s time"));
    column->addWidget(when);
    column->addWidget(addField(m_purpose, tr("Ab&out"), {u"purpose"_s}));
    column->addWidget(addField(m_template, tr("Words &from"), {u"template"_s}));
    column->addWidget(addField(m_message, tr("&Message"), {u"message"_s}));
    column->addWidget(m_words);
    return form;
}

BulkOrder BulkDialog::order() const
{
    BulkOrder order{.clientId = m_clientId, .filter = m_filter, .draft = {}};
    order.draft.channel = Channel(m_channel->value().toInt());
    order.draft.scheduledTime = m_desk.time.utc(m_when->date(), m_when->time());
    order.draft.purpose = Purpose(m_purpose->currentData().toInt());
    order.draft.templateName = m_template->templateName();
    if (order.draft.templateName.isEmpty())
        order.draft.message = m_message->toPlainText();
    return order;
}

void BulkDialog::previewSoon()
{
    m_outcome.reset();
    ++m_question;
    m_soon.start();
}

void BulkDialog::readPreview()
{
    const BulkOrder wanted = order();
    if (wanted.draft.templateName.isEmpty() && wanted.draft.message.trimmed().isEmpty())
        return m_words->setText(tr("Write the message to see who gets it and what it costs."));
    m_words->setText(tr("Counting…"));
    inBackground(
        this, [&bulk = m_desk.services.bulk, who = m_desk.session, wanted] { return bulk.preview(who, wanted); },
        [this, question = m_question](const Result<BulkOutcome> &answer) {
            if (question != m_question)
                return;
            if (answer)
                return show(*answer);
            m_words->clear();
            showProblems(answer.error());
        });
}

void BulkDialog::show(const BulkOutcome &outcome)
{
    m_fields.clear();
    setProblem({});
    m_outcome = outcome;
    QStringList lines{tr("%n patient(s) get it.", nullptr, int(outcome.accepted))};
    if (outcome.segments > 0)
        lines << tr("%n SMS segment(s)", nullptr, int(outcome.segments));
    if (outcome.cost)
        lines.last() += u" · "_s
            + tr("%1 %2", "amount, currency").arg(QLocale().toString(*outcome.cost, 'f', 0), outcome.currency);
    for (auto reason = outcome.refused.cbegin(); reason != outcome.refused.cend(); ++reason) {
        const QString why = fieldErrorText({{}, reason.key()});
        lines << tr("%n not: %1", nullptr, int(reason.value())).arg(why.isEmpty() ? reason.key() : why);
    }
    m_words->setText(lines.join(u'\n'));
}

void BulkDialog::showProgress(qint64 done, qint64 all)
{
    m_words->setText(tr("%1 of %2 patients").arg(QLocale().toString(done), QLocale().toString(all)));
}

bool BulkDialog::hasUnsavedWork() const
{
    return !m_message->toPlainText().isEmpty();
}

void BulkDialog::save()
{
    if (isBusy())
        return;
    if (!m_outcome) { // what stands there is not counted yet
        m_soon.stop();
        ++m_question;
        return readPreview();
    }
    if (m_outcome->accepted == 0)
        return setProblem(tr("Nobody would get it."));
    ask(this,
        {.title = tr("Schedule %n reminder(s)?", nullptr, int(m_outcome->accepted)),
            .text = m_words->text(),
            .yes = tr("&Schedule them"),
            .no = {}},
        [this] { schedule(); });
}

void BulkDialog::schedule()
{
    setBusy(true);
    const auto progress = [guard = QPointer<BulkDialog>(this)](qint64 done, qint64 all) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, all] {
                if (guard)
                    guard->showProgress(done, all);
            },
            Qt::QueuedConnection);
    };
    inBackground(
        this,
        [&bulk = m_desk.services.bulk, who = m_desk.session, wanted = order(), progress] {
            return bulk.schedule(who, wanted, progress);
        },
        [this](const Result<BulkOutcome> &answer) {
            setBusy(false);
            if (!answer)
                return showProblems(answer.error());
            Q_EMIT scheduled(answer->accepted + answer->repeated);
            closeSaved();
        });
}

} // namespace accueil
