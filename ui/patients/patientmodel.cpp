#include "ui/patients/patientmodel.h"

#include "app/domain/phonenumber.h"
#include "app/services/reminderservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/recordchips.h"
#include "ui/records/recordwords.h"
#include "ui/widgets/tableview.h"

namespace accueil {

PatientModel::PatientModel(const RecordContext &desk, QObject *parent)
    : PagedRows(parent)
    , m_desk(desk)
{
}

void PatientModel::setFilter(const PatientFilter &filter)
{
    m_filter = filter;
    reload();
}

PatientModel::Query PatientModel::query() const
{
    return [&patients = m_desk.services.patients, who = m_desk.session, filter = m_filter](
               const PageRequest &page) { return patients.list(who, filter, page); };
}

std::optional<PatientSort> PatientModel::sortOf(int column) const
{
    switch (column) {
    case Number:
        return PatientSort::Number;
    case Seen:
        return PatientSort::LastActivity;
    case Registered:
        return PatientSort::Registration;
    case Name:
        return m_filter.search.isEmpty() ? std::nullopt : std::optional(PatientSort::Name);
    default:
        return std::nullopt;
    }
}

QString PatientModel::text(const Patient &patient, int column) const
{
    switch (column) {
    case Number:
        return patient.patientNumber;
    case Name:
        return patient.name;
    case Age: {
        const std::optional<int> age = patient.age(m_desk.time.today());
        return age ? QString::number(*age) : QString();
    }
    case Ward:
        return patient.ward;
    case Language:
        return RecordWords::language(patient.preferredLanguage);
    case Seen:
        return m_desk.time.relative(patient.lastActivity);
    case Phone:
        return patient.phoneNumber.isEmpty() ? QString() : PhoneNumber::fromStored(patient.phoneNumber).international();
    case Gender:
        return RecordWords::gender(patient.gender);
    case Registered:
        return m_desk.time.relative(patient.registrationDate);
    default:
        return {};
    }
}

void PatientModel::rowsArrived()
{
    if (rows().isEmpty() || !m_desk.session.may(Permission::ReadReminders))
        return;
    QList<PatientId> shown;
    for (const Patient &patient : rows())
        shown += patient.id;
    inBackground(
        this,
        [&reminders = m_desk.services.reminders, who = m_desk.session, shown] { return reminders.outlook(who, shown); },
        [this](const Result<QMap<PatientId, ReminderOutlook>> &answer) {
            if (!answer || *answer == m_outlook || rows().isEmpty())
                return;
            m_outlook = *answer;
            Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
        });
}

Chip PatientModel::chip(const Patient &patient) const
{
    if (patient.archived)
        return {tr("Archived"), Tone::Neutral, Icon::Archive};
    const auto found = m_outlook.constFind(patient.id);
    const bool isOnItsWay = found != m_outlook.cend()
        && (found->status == ReminderStatus::Pending || found->status == ReminderStatus::Sending);
    if (found != m_outlook.cend() && !isOnItsWay)
        return RecordChips::of(found->status);
    if (patient.phoneNumber.isEmpty() && patient.email.isEmpty())
        return {tr("Not reachable"), Tone::Neutral, Icon::PhoneOff};
    if (isOnItsWay)
        return {tr("Reminder %1").arg(m_desk.time.shortDay(found->scheduledTime)), Tone::Info, Icon::Clock};
    return {tr("Up to date"), Tone::Success, Icon::Check};
}

QString PatientModel::tooltip(const Patient &patient, int column) const
{
    switch (column) {
    case Seen:
        return m_desk.time.exact(patient.lastActivity);
    case State: {
        const ReminderOutlook outlook = m_outlook.value(patient.id);
        const QStringList words{reasonText(outlook.reason), m_desk.time.exact(outlook.scheduledTime)};
        return words.join(u'\n').trimmed();
    }
    case Registered:
        return m_desk.time.exact(patient.registrationDate);
    case Age:
        return patient.birthYearEstimated ? tr("Estimated") : QString();
    default:
        return {};
    }
}

QVariant PatientModel::data(const QModelIndex &index, int role) const
{
    const Patient *patient = at(index.row());
    if (!patient)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*patient, index.column());
    case Qt::ToolTipRole:
        return tooltip(*patient, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == Age ? Qt::AlignRight : Qt::AlignLeft));
    case cell::ChipRole:
        return index.column() == State ? QVariant::fromValue(chip(*patient)) : QVariant();
    case cell::SmallRole:
        return index.column() == Number || index.column() == Seen || index.column() == Registered;
    case cell::StrongRole:
        return index.column() == Name;
    case cell::MutedRole:
        return index.column() != Name && index.column() != Age;
    case KeyRole:
        return patient->id.value;
    default:
        return {};
    }
}

QVariant PatientModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Age ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Name:
        return tr("Name");
    case Age:
        return tr("Age");
    case Ward:
        return tr("Ward");
    case Language:
        return tr("Language");
    case Seen:
        return tr("Seen");
    case State:
        return tr("State");
    case Phone:
        return tr("Telephone");
    case Gender:
        return tr("Gender");
    case Registered:
        return tr("Registered");
    default:
        return {};
    }
}

} // namespace accueil
