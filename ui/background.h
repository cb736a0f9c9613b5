#pragma once

#include "app/domain/result.h"
#include "app/security/fieldcipher.h"
#include "db/databaseerror.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace accueil {

// The threads on which the window's service calls run; their database connections live as long as they do.
QThreadPool &backgroundPool();

// Runs `work` on a worker thread and hands its Result to `done` on the thread of `context` (the GUI's); `done` is not
// called once `context` is gone. An exception becomes ErrorCode::Unavailable.
template <typename Work, typename Done>
void inBackground(QObject *context, Work work, Done done)
{
    using Answer = std::invoke_result_t<Work>;
    backgroundPool().start(
        [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            Answer answer = [&]() -> Answer {
                try {
                    return work();
                } catch (const DatabaseError &) {
                    return fail(ErrorCode::Unavailable);
                } catch (const CipherError &) {
                    return fail(ErrorCode::Unavailable);
                }
            }();
            // The application object outlives every context and lives on the same thread, so the guard is read there
            // safely.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard = std::move(guard), done = std::move(done), answer = std::move(answer)]() mutable {
                    if (guard)
                        done(std::move(answer));
                },
                Qt::QueuedConnection);
        });
}

} // namespace accueil
