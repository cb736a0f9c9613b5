#pragma once

#include "app/domain/clock.h"
#include "app/domain/prompt.h"
#include "app/domain/session.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "db/auditrepository.h"
#include "db/database.h"
#include "db/promptrepository.h"
#include "db/storecipher.h"
#include "db/tabletcontentrepository.h"

#include <functional>

namespace accueil {

class DeviceService;

// What one tablet asks and says: all it needs to work for days without the server.
struct TabletConfiguration
{
    DeviceId device;
    QString deviceName;
    QString ward;
    QString hospital;
    QStringList languages; // wire keys, in the hospital's order
    TabletQuestions questions; // of its ward
    bool callbackOffered = true;
    TabletTexts texts;
    QList<Prompt> prompts;
    std::optional<ExitPin> pin;
    int askSeconds = 0;
    int wipeSeconds = 0;
};

// What tablets ask and say: questions, times, words and the PIN to leave the page. The recordings are PromptService's.
// Thread-safe; throws DatabaseError and CipherError.
class TabletContentService
{
public:
    TabletContentService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        DeviceService &devices, std::function<HospitalSettings()> settings);

    Result<TabletContent> content(const Session &who);
    // VersionMismatch when it is another version than `version` by now.
    Result<TabletContent> save(const Session &who, const TabletContentDraft &draft, qint64 version);
    // All but the words, which others may write meanwhile. VersionMismatch when it is no longer as in `shown`.
    Result<TabletContent> saveQuestions(
        const Session &who, const TabletContentDraft &wanted, const TabletContentDraft &shown);
    // The hospital's words for one thing. VersionMismatch when they are no longer `shown`.
    Result<TabletContent> saveText(
        const Session &who, const PromptAddress &address, const QString &text, const QString &shown);

    // Empty: no PIN, and whoever holds a tablet may leave its page. For administrators (ManageDevices), as it is
    // tablets that it protects, not what they say. Takes as long as hashing does.
    Result<void> setPin(const Session &who, const QString &digits);

    // Of the tablet that asks. Recordings that nobody reviewed yet are in it as well: a patient who does not read is
    // better served by a colleague's voice than by none, and many hospitals have one speaker of a language; the window
    // shows what is still to be reviewed.
    Result<TabletConfiguration> configuration(const Session &who);

private:
    using Change = std::function<Result<TabletContentDraft>(const TabletContent &before)>;
    Result<TabletContent> change(const Session &who, const Change &wanted);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    DeviceService &m_devices;
    std::function<HospitalSettings()> m_settings;
    TabletContentRepository m_content;
    PromptRepository m_prompts;
    AuditRepository m_audit;
};

} // namespace accueil
