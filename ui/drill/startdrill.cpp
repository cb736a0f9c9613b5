#include "ui/drill/startdrill.h"

#include "ui/desk.h"
#include "ui/records/question.h"
#include "ui/widgets/confirm.h"

#include <QCoreApplication>
#include <QPointer>

namespace accueil {

namespace {

struct StartDrill
{
    Q_DECLARE_TR_FUNCTIONS(accueil::StartDrill)
};

} // namespace

void startDrill(QWidget *parent, Desk &desk)
{
    Question question;
    question.title = StartDrill::tr("Start a drill?");
    question.text
        = StartDrill::tr("A second window opens, with a violet frame. In it are invented patients, and nothing "
                         "is sent. Everything in it is gone when it is closed. This window goes on as usual.");
    question.yes = StartDrill::tr("&Start the drill");
    ask(parent, question, [guard = QPointer<QWidget>(parent), desk = &desk] {
        if (!desk->startDrill() && guard)
            tell(guard, StartDrill::tr("The drill could not be started"),
                StartDrill::tr("The program may have been moved or replaced. Close it and open it again."));
    });
}

} // namespace accueil
