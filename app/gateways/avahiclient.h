#pragma once

#include <QMutex>
#include <QStringList>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <functional>

struct AvahiClient;
struct AvahiEntryGroup;
struct AvahiSimplePoll;

namespace accueil {

// What the network is to be told.
struct Announcement
{
    quint16 port = 0; // 0: nothing yet
    QStringList addresses; // IPv4

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

// Where the announcing thread and the others meet. Thread-safe; nothing here waits but hasEndedWithin().
class AnnouncementBoard
{
public:
    void want(const Announcement &announcement);
    Announcement wanted() const;
    void setHostNames(const QStringList &names);
    QStringList hostNames() const;

    void stop();
    bool isStopping() const { return m_isStopping; }
    void end(); // the thread is about to leave
    bool hasEndedWithin(std::chrono::milliseconds patience);
    void setWake(std::function<void()> wake); // brings the thread to look here; empty: it looks by itself

private:
    void wake();

    mutable QMutex m_mutex;
    QWaitCondition m_ended;
    Announcement m_wanted;
    QStringList m_hostNames;
    std::function<void()> m_wake;
    bool m_hasEnded = false;
    std::atomic<bool> m_isStopping = false;
};

// The conversation with the avahi daemon. Everything on the thread of run().
class AvahiAnnouncements
{
public:
    explicit AvahiAnnouncements(AnnouncementBoard &board);
    ~AvahiAnnouncements();

    void run(); // until the board says stop

private:
    struct Callbacks;

    void connect();
    void disconnect();
    void follow();
    void publish();
    void publishService();
    void publishAlias();
    void onClient(int state);
    void onService(int state);
    void onAlias(int state);
    void tellNames();
    void fall(const char *why);

    AnnouncementBoard &m_board;
    AvahiSimplePoll *m_poll = nullptr;
    AvahiClient *m_client = nullptr;
    AvahiEntryGroup *m_service = nullptr;
    AvahiEntryGroup *m_alias = nullptr;
    Announcement m_published;
    QByteArray m_serviceName = "Accueil";
    QString m_ownName; // the daemon's name for this computer
    bool m_isRunning = false; // the daemon
    bool m_hasService = false;
    bool m_hasAlias = false;
    bool m_lacksAlias = false; // another has it
    bool m_isBroken = false; // the client must be made anew; not from within its own callback
    bool m_wasToldOfSilence = false;
    std::chrono::steady_clock::time_point m_nextTry; // to connect, or to get the alias
};

} // namespace accueil
