#include "app/services/tabletcontentservice.h"

#include "app/security/pbkdf2.h"
#include "app/security/random.h"
#include "app/services/changedfields.h"
#include "app/services/deviceservice.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int pinIterations = 100'000; // a tablet of the cheapest kind computes them in a second
constexpr int pinSaltBytes = 16;
constexpr int pinHashBytes = 32;

QString changes(const TabletContentDraft &before, const TabletContentDraft &after)
{
    ChangedFields changed;
    changed.compare("questions", before.questions, after.questions);
    changed.compare("ward_questions", before.wardQuestions, after.wardQuestions);
    changed.compare("callback_offered", before.callbackOffered, after.callbackOffered);
    changed.compare("idle.ask_seconds", before.askSeconds, after.askSeconds);
    changed.compare("idle.wipe_seconds", before.wipeSeconds, after.wipeSeconds);
    changed.compare("texts", before.texts, after.texts);
    return changed.text();
}

TabletContentDraft withTextsOf(TabletContentDraft draft, const TabletContentDraft &other)
{
    draft.texts = other.texts;
    return draft;
}

} // namespace

TabletContentService::TabletContentService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, DeviceService &devices, std::function<HospitalSettings()> settings)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_devices(devices)
    , m_settings(std::move(settings))
    , m_content(database, cipher)
    , m_prompts(database, cipher)
    , m_audit(database)
{
}

Result<TabletContent> TabletContentService::content(const Session &who)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    return m_content.load();
}

Result<TabletContent> TabletContentService::save(const Session &who, const TabletContentDraft &draft, qint64 version)
{
    return change(who, [&](const TabletContent &before) -> Result<TabletContentDraft> {
        if (before.version != version)
            return fail(ErrorCode::VersionMismatch);
        return draft;
    });
}

Result<TabletContent> TabletContentService::saveQuestions(
    const Session &who, const TabletContentDraft &wanted, const TabletContentDraft &shown)
{
    return change(who, [&](const TabletContent &before) -> Result<TabletContentDraft> {
        if (!(withTextsOf(shown, before.chosen) == before.chosen))
            return fail(ErrorCode::VersionMismatch);
        return withTextsOf(wanted, before.chosen);
    });
}

Result<TabletContent> TabletContentService::saveText(
    const Session &who, const PromptAddress &address, const QString &text, const QString &shown)
{
    return change(who, [&](const TabletContent &before) -> Result<TabletContentDraft> {
        if (before.chosen.texts.value(address) != shown)
            return fail(ErrorCode::VersionMismatch);
        TabletContentDraft wanted = before.chosen;
        wanted.texts.insert(address, text);
        return wanted;
    });
}

// What `wanted` makes of what is stored, in one transaction.
Result<TabletContent> TabletContentService::change(const Session &who, const Change &wanted)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    const TabletContent before = m_content.load();
    const Result<TabletContentDraft> draft = wanted(before);
    if (!draft)
        return tl::unexpected(draft.error());
    const TabletContentDraft after = cleaned(*draft);
    if (const QList<FieldError> errors = validate(after); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    if (before.chosen == after)
        return before;
    if (!m_content.save(after, before.version, now))
        return fail(ErrorCode::VersionMismatch);
    m_audit.append(auditEntry(who, now, u"edited"_s, u"tablet_content"_s, 0, changes(before.chosen, after)));
    const TabletContent stored = m_content.load();
    transaction.commit();
    Q_EMIT m_events.tabletContentChanged();
    return stored;
}

Result<void> TabletContentService::setPin(const Session &who, const QString &digits)
{
    if (const auto allowed = require(who, Permission::ManageDevices); !allowed)
        return tl::unexpected(allowed.error());
    std::optional<ExitPin> pin;
    if (!digits.isEmpty()) {
        if (const QList<FieldError> errors = validateExitPin(digits); !errors.isEmpty())
            return fail(ErrorCode::Invalid, errors);
        pin = ExitPin{.salt = randomBytes(pinSaltBytes), .iterations = pinIterations};
        pin->hash = pbkdf2Sha256(digits.toLatin1(), pin->salt, pin->iterations, pinHashBytes);
    }
    const QDateTime now = m_clock.now();
    Transaction transaction{m_database};
    m_content.setPin(pin, now);
    m_audit.append(auditEntry(who, now, u"edited"_s, u"tablet_content"_s, 0, u"pin"_s));
    transaction.commit();
    Q_EMIT m_events.tabletContentChanged();
    return {};
}

Result<TabletConfiguration> TabletContentService::configuration(const Session &who)
{
    if (const auto allowed = require(who, Permission::UseTablet); !allowed)
        return tl::unexpected(allowed.error());
    const Result<Device> device = m_devices.own(who);
    if (!device)
        return tl::unexpected(device.error());
    const HospitalSettings hospital = m_settings();
    const TabletContent content = m_content.load();
    return TabletConfiguration{.device = device->id,
        .deviceName = device->name,
        .ward = device->ward,
        .hospital = hospital.name,
        .languages = hospital.languages,
        .questions = content.questionsOf(device->ward),
        .callbackOffered = content.chosen.callbackOffered,
        .texts = content.chosen.texts,
        .prompts = m_prompts.all(),
        .pin = m_content.pin(),
        .askSeconds = content.chosen.askSeconds,
        .wipeSeconds = content.chosen.wipeSeconds};
}

} // namespace accueil
