#include "app/services/promptservice.h"

#include "app/domain/attachment.h"
#include "app/services/againafterconflict.h"

namespace accueil {

using namespace Qt::StringLiterals;

PromptService::PromptService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_prompts(database, cipher)
    , m_audit(database)
{
}

Result<QList<Prompt>> PromptService::list(const Session &who)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    return m_prompts.all();
}

Result<PromptRecording> PromptService::recording(const Session &who, const PromptAddress &address)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    if (auto found = m_prompts.recording(address))
        return *found;
    return fail(ErrorCode::NotFound);
}

Result<PromptRecording> PromptService::recording(const Session &who, const QString &sha256)
{
    if (const auto allowed = require(who, Permission::UseTablet); !allowed)
        return tl::unexpected(allowed.error());
    if (auto found = m_prompts.recording(sha256))
        return *found;
    return fail(ErrorCode::NotFound);
}

Result<Prompt> PromptService::replace(const Session &who, const PromptAddress &address, const QByteArray &bytes)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    if (bytes.size() > largestPrompt)
        return fail(ErrorCode::TooLarge);
    const QString mediaType = audioMediaType(bytes);
    if (mediaType.isEmpty())
        return fail(ErrorCode::UnsupportedMedia);
    const Prompt prompt = againAfterConflict([&] {
        Transaction transaction{m_database};
        const Prompt stored = m_prompts.replace({.address = address,
                                                    .mediaType = mediaType,
                                                    .recordedBy = who.user,
                                                    .recorder = who.username,
                                                    .recordedAt = m_clock.now()},
            bytes);
        writeAudit(who, u"recorded"_s, address);
        transaction.commit();
        return stored;
    });
    Q_EMIT m_events.tabletContentChanged();
    return prompt;
}

Result<Prompt> PromptService::markReviewed(const Session &who, const PromptAddress &address, const QString &sha256)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    std::optional<Prompt> prompt = m_prompts.find(address);
    if (!prompt)
        return fail(ErrorCode::NotFound);
    if (prompt->sha256 != sha256)
        return fail(ErrorCode::Conflict);
    const bool isOwn = prompt->recordedBy ? prompt->recordedBy == who.user : prompt->recorder == who.username;
    if (isOwn)
        return fail(ErrorCode::Invalid, {{u"reviewer"_s, u"ownRecording"_s}});
    if (!prompt->review) {
        prompt->review = PromptReview{who.username, m_clock.now()};
        if (!m_prompts.setReview(address, sha256, *prompt->review))
            return fail(ErrorCode::Conflict);
        writeAudit(who, u"reviewed"_s, address);
    }
    transaction.commit();
    Q_EMIT m_events.tabletContentChanged();
    return *prompt;
}

Result<void> PromptService::remove(const Session &who, const PromptAddress &address)
{
    if (const auto allowed = require(who, Permission::ManageTabletContent); !allowed)
        return tl::unexpected(allowed.error());
    Transaction transaction{m_database};
    if (!m_prompts.find(address))
        return fail(ErrorCode::NotFound);
    m_prompts.remove(address);
    writeAudit(who, u"deleted"_s, address);
    transaction.commit();
    Q_EMIT m_events.tabletContentChanged();
    return {};
}

void PromptService::writeAudit(const Session &who, const QString &action, const PromptAddress &address)
{
    m_audit.append(auditEntry(who, m_clock.now(), action, u"prompt"_s, 0, address.text()));
}

} // namespace accueil
