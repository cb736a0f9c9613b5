#include "ui/roletext.h"

#include <QCoreApplication>

namespace accueil {

QString roleText(Role role)
{
    switch (role) {
    case Role::Admin:
        return QCoreApplication::translate("accueil::roles", "Administrator");
    case Role::Manager:
        return QCoreApplication::translate("accueil::roles", "Manager");
    case Role::Reception:
        return QCoreApplication::translate("accueil::roles", "Reception");
    case Role::Viewer:
        return QCoreApplication::translate("accueil::roles", "Viewer");
    case Role::Device:
        return QCoreApplication::translate("accueil::roles", "Tablet");
    }
    Q_UNREACHABLE();
}

QString roleExplanation(Role role)
{
    switch (role) {
    case Role::Admin:
        return QCoreApplication::translate("accueil::roles", "Everything, with accounts and settings");
    case Role::Manager:
        return QCoreApplication::translate("accueil::roles", "Records, reminders and the figures of the hospital");
    case Role::Reception:
        return QCoreApplication::translate("accueil::roles", "Patients, feedback and reminders at the desk");
    case Role::Viewer:
        return QCoreApplication::translate("accueil::roles", "Reads, changes nothing");
    case Role::Device:
        return QCoreApplication::translate("accueil::roles", "Sends feedback, reads nothing");
    }
    Q_UNREACHABLE();
}

} // namespace accueil
