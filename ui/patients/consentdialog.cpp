#include "ui/patients/consentdialog.h"

#include "app/services/consentservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/recordwords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/listbox.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int allPurposes = -1;

// Lines that say the same of the same moment are one line.
bool isSameWord(const ConsentStanding &a, const ConsentStanding &b)
{
    if (a.channel != b.channel || a.state != b.state || a.said.has_value() != b.said.has_value())
        return false;
    return !a.said
        || (a.said->at == b.said->at && a.said->method == b.said->method && a.said->actorName == b.said->actorName
            && a.said->detail == b.said->detail);
}

QLabel *words(const QString &text, TextRole role, const QString &ink = {})
{
    auto *label = new QLabel(text);
    label->setFont(fontFor(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (!ink.isEmpty())
        label->setProperty("ink", ink);
    return label;
}

} // namespace

ConsentDialog::ConsentDialog(const RecordContext &desk, const Patient &patient, QWidget *parent)
    : RecordDialog(metrics::narrowDialog + 100, parent)
    , m_desk(desk)
    , m_patient(patient)
    , m_stop(new Banner(Tone::Danger))
    , m_problem(new Banner(Tone::Danger))
    , m_present(new QWidget)
    , m_column(new QVBoxLayout)
    , m_channel(new ListBox)
    , m_purpose(new ListBox)
    , m_state(new ListBox)
    , m_method(new ListBox)
    , m_channelField(new Field(m_channel))
    , m_purposeField(new Field(m_purpose))
    , m_stateField(new Field(m_state))
    , m_methodField(new Field(m_method))
{
    m_stop->setObjectName(u"stop"_s);
    m_stop->hide();
    m_problem->hide();
    body()->addWidget(m_stop);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_present);
    body()->addLayout(m_column);
    setForm(makeForm());
    body()->addWidget(m_problem);
    if (!m_desk.session.may(Permission::EditPatients))
        setReadOnly(true);
    else
        m_channel->setFocus();
    read();
}

QWidget *ConsentDialog::makeForm()
{
    m_channel->setObjectName(u"channel"_s);
    m_purpose->setObjectName(u"purpose"_s);
    m_state->setObjectName(u"state"_s);
    m_method->setObjectName(u"method"_s);
    for (const auto &row : channelTable.rows)
        m_channel->addItem(RecordWords::channel(row.value), int(row.value));
    m_purpose->addItem(QString(), allPurposes);
    for (const auto &row : purposeTable.rows)
        m_purpose->addItem(RecordWords::purpose(row.value), int(row.value));
    m_state->addItem(QString(), int(ConsentState::Granted));
    m_state->addItem(QString(), int(ConsentState::Refused));
    for (const ConsentMethod way :
        {ConsentMethod::Desk, ConsentMethod::Ivr, ConsentMethod::Sms, ConsentMethod::Email, ConsentMethod::Tablet})
        m_method->addItem(method(way), int(way));
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(metrics::cardGap);
    grid->setVerticalSpacing(metrics::gap);
    const std::pair<QString, Field *> fields[] = {{u"channel"_s, m_channelField}, {u"purpose"_s, m_purposeField},
        {u"state"_s, m_stateField}, {u"method"_s, m_methodField}};
    int place = 0;
    for (const auto &[name, field] : fields) {
        m_fields.add(name, field);
        grid->addWidget(field, place / 2, place % 2, Qt::AlignTop);
        connect(field->as<ListBox>(), &QComboBox::activated, this, [this] { m_edited = true; });
        ++place;
    }
    return form;
}

void ConsentDialog::read()
{
    inBackground(
        this,
        [&consents = m_desk.services.consents, who = m_desk.session, id = m_patient.id] {
            return consents.standing(who, id);
        },
        [this](const Result<QList<ConsentStanding>> &answer) {
            if (answer)
                return show(*answer);
            m_problem->setWords(errorText(answer.error()));
            m_problem->show();
        });
}

void ConsentDialog::show(const QList<ConsentStanding> &standing)
{
    showStops(standing);
    auto *present = new QWidget;
    auto *grid = new QGridLayout(present);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::gap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (qsizetype first = 0; first < standing.size();) {
        qsizetype end = first + 1;
        while (end < standing.size() && isSameWord(standing[first], standing[end]))
            ++end;
        const ConsentStanding &one = standing[first];
        QStringList purposes;
        for (qsizetype i = first; i < end; ++i)
            purposes += RecordWords::purpose(standing[i].purpose);
        const bool isWhole = purposes.size() == qsizetype(purposeTable.rows.size());
        const bool isStopped = one.said && isStop(*one.said);
        const Chip chip = !one.state              ? Chip{tr("not asked"), Tone::Neutral, Icon::CircleQuestion}
            : *one.state == ConsentState::Granted ? Chip{tr("yes"), Tone::Success, Icon::Check}
            : isStopped                           ? Chip{tr("stop"), Tone::Danger, Icon::Ban}
                                                  : Chip{tr("no"), Tone::Danger, Icon::Ban};
        const bool isNewChannel = first == 0 || standing[first - 1].channel != one.channel;
        grid->addWidget(words(isNewChannel ? RecordWords::channel(one.channel) : QString(), TextRole::BodyBold), row, 0,
            Qt::AlignTop);
        grid->addWidget(new ChipLabel(chip), row, 1, Qt::AlignTop | Qt::AlignLeft);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(words(isWhole ? tr("for everything") : purposes.join(u", "_s), TextRole::Body));
        if (const QString how = origin(one); !how.isEmpty())
            texts->addWidget(words(how, TextRole::Small, u"muted"_s));
        grid->addLayout(texts, row, 2);
        ++row;
        first = end;
    }
    delete m_column->replaceWidget(m_present, present);
    m_present->deleteLater();
    m_present = present;
    QMetaObject::invokeMethod(
        this, [this] { fitToParent(); }, Qt::QueuedConnection); // once the lines have their sizes
}

void ConsentDialog::showStops(const QList<ConsentStanding> &standing)
{
    QStringList channels;
    for (const ConsentStanding &one : standing) {
        const QString name = RecordWords::channel(one.channel);
        if (one.said && isStop(*one.said) && !channels.contains(name))
            channels += name;
    }
    m_stop->setVisible(!channels.isEmpty());
    m_stop->setWords(tr("The patient said stop: %1").arg(channels.join(u", "_s)),
        tr("Nothing is sent there until the patient agrees again. Record that below."));
}

QString ConsentDialog::origin(const ConsentStanding &standing) const
{
    if (!standing.state)
        return {};
    if (!standing.said)
        return tr("it was not written down how");
    const ConsentEntry &said = *standing.said;
    QStringList parts{method(said.method)};
    if (said.detail == consentdetail::stoppedAddress)
        parts = {tr("the number or address had said stop before")};
    if (!said.actorName.isEmpty())
        parts += tr("written down by %1").arg(said.actorName);
    parts += m_desk.time.relative(said.at);
    return parts.join(u" · "_s);
}

QString ConsentDialog::method(ConsentMethod method)
{
    switch (method) {
    case ConsentMethod::Desk:
        return tr("at the desk");
    case ConsentMethod::Api:
        return tr("through another program");
    case ConsentMethod::Sms:
        return tr("by SMS");
    case ConsentMethod::Ivr:
        return tr("by telephone");
    case ConsentMethod::Email:
        return tr("by email");
    case ConsentMethod::Provider:
        return tr("told by the provider");
    case ConsentMethod::Import:
        return tr("from an imported file");
    case ConsentMethod::Tablet:
        return tr("on the tablet");
    }
    Q_UNREACHABLE();
}

void ConsentDialog::save()
{
    m_problem->hide();
    setBusy(true);
    ConsentDraft draft{.channel = Channel(m_channel->currentData().toInt()),
        .state = ConsentState(m_state->currentData().toInt()),
        .method = ConsentMethod(m_method->currentData().toInt())};
    if (const int purpose = m_purpose->currentData().toInt(); purpose != allPurposes)
        draft.purpose = Purpose(purpose);
    inBackground(
        this,
        [&consents = m_desk.services.consents, who = m_desk.session, id = m_patient.id, draft] {
            return consents.record(who, id, draft);
        },
        [this](const Result<Patient> &answer) {
            setBusy(false);
            if (answer) {
                m_edited = false;
                return read();
            }
            m_problem->setWords(m_fields.show(answer.error()).join(u' '));
            m_problem->show();
        });
}

void ConsentDialog::retranslate()
{
    RecordDialog::retranslate();
    setTitle(tr("Consent of %1").arg(m_patient.name));
    m_channelField->setLabel(tr("&Channel"));
    m_purposeField->setLabel(tr("Messages &about"));
    m_purpose->setItemText(0, tr("everything"));
    m_stateField->setLabel(tr("The patient sa&ys"));
    m_state->setItemText(0, tr("yes, write to me"));
    m_state->setItemText(1, tr("no, stop"));
    m_methodField->setLabel(tr("&How it was said"));
}

} // namespace accueil
