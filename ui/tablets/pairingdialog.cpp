#include "ui/tablets/pairingdialog.h"

#include "app/services/deviceservice.h"
#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/frame/statusbar.h"
#include "ui/tablets/codelabel.h"
#include "ui/tablets/pairingsteps.h"
#include "ui/tablets/wardbox.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/speak.h"
#include "ui/widgets/textline.h"

#include <QLabel>

namespace accueil {

using namespace Qt::StringLiterals;

DeviceDraft PairingDialog::draft() const
{
    return {m_name->text().trimmed(), m_ward->ward()};
}

bool PairingDialog::hasUnsavedWork() const
{
    return m_stage == Stage::Naming && !m_device && !m_name->text().trimmed().isEmpty();
}

void PairingDialog::readSettings()
{
    inBackground(
        this, [settings = &m_desk.services.settings]() -> Result<HospitalSettings> { return settings->current(); },
        [this](const Result<HospitalSettings> &settings) {
            if (!settings)
                return said(settings.error());
            m_settings = *settings;
            showDoor();
        });
}

void PairingDialog::allowTablets()
{
    HospitalSettings settings = m_settings.value_or(HospitalSettings());
    settings.tabletsAllowed = true;
    m_mend->setBusy(true, tr("Opening…"));
    inBackground(
        this,
        [service = &m_desk.services.settings, who = m_desk.session, settings] { return service->save(who, settings); },
        [this](const Result<HospitalSettings> &answer) {
            m_mend->setBusy(false);
            if (!answer)
                return said(answer.error());
            m_settings = *answer; // the door opens a moment later; tick() looks
            showDoor();
        });
}

// What keeps tablets away, and the way to mend it; else the squares lead to where tablets come in.
void PairingDialog::showDoor()
{
    m_door = TabletDoor::of(m_desk.desk);
    const bool isForbidden = m_settings && !m_settings->tabletsAllowed;
    m_closed->setVisible(m_settings && !m_door.isOpen());
    m_mend->setVisible(isForbidden && m_desk.session.may(Permission::ManageSettings));
    m_toSettings->setVisible(isForbidden);
    if (isForbidden)
        m_closed->setWords(tr("Tablets may not reach this desk yet"),
            tr("This desk answers only to programs on this computer. Once allowed, it listens on the hospital’s "
               "network."));
    else
        m_closed->setWords(tr("This desk has no address for tablets"),
            m_door.problem.isEmpty()
                ? tr("Connect this computer to the hospital’s network, by cable or Wi-Fi. The code "
                     "can be typed on the tablet as soon as there is an address.")
                : m_door.problem);
    m_steps->setShown(PairingSteps::Certificate, !m_door.trustAddress.isEmpty());
    m_steps->setWords(PairingSteps::Certificate, tr("Install the certificate, once"),
        tr("Open %1 on the tablet and follow what it says. Without it: no microphone, and nothing without the network.")
            .arg(m_door.trustAddress));
    m_trustBox->setVisible(!m_door.fingerprint.isEmpty());
    m_fingerprint->setText(m_door.shortFingerprint());
    m_fingerprint->setToolTip(m_door.fingerprint);
    m_sheet->setEnabled(m_door.isOpen());
    showSquare();
    growToFit();
}

void PairingDialog::askForCode()
{
    m_problem->hide();
    m_fields.clear();
    if (m_device) {
        giveCode(m_device->id);
        return;
    }
    m_main->setBusy(true, tr("Making the code…"));
    m_askedAt = m_desk.clock.now();
    inBackground(
        this,
        [&devices = m_desk.services.devices, who = m_desk.session, draft = draft()] { return devices.add(who, draft); },
        [this](const Result<NewDevice> &answer) {
            m_main->setBusy(false);
            if (!answer)
                return said(answer.error());
            m_device = answer->device;
            Q_EMIT added(m_device->id);
            hasCode(answer->code);
        });
}

void PairingDialog::giveCode(DeviceId id)
{
    m_askedAt = m_desk.clock.now();
    m_codeLabel->again()->setBusy(true);
    inBackground(
        this, [&devices = m_desk.services.devices, who = m_desk.session, id] { return devices.newCode(who, id); },
        [this](const Result<PairingCode> &answer) {
            m_codeLabel->again()->setBusy(false);
            if (!answer)
                return said(answer.error());
            hasCode(*answer);
        });
}

void PairingDialog::hasCode(const PairingCode &code)
{
    m_code = code;
    m_isTrustShown = false;
    m_codeLabel->setCode(code.code);
    turnTo(Stage::Waiting);
    tick();
}

void PairingDialog::rename()
{
    if (!m_device || (draft().name == m_device->name && draft().ward == m_device->ward))
        return;
    m_fields.clear();
    inBackground(
        this,
        [&devices = m_desk.services.devices, who = m_desk.session, id = m_device->id, draft = draft()] {
            return devices.edit(who, id, draft);
        },
        [this](const Result<Device> &answer) {
            if (!answer)
                return said(answer.error());
            m_device->name = answer->name;
            m_device->ward = answer->ward;
            showStage();
        });
}

void PairingDialog::tick()
{
    if (TabletDoor::of(m_desk.desk) != m_door)
        showDoor();
    if (!m_code || m_stage != Stage::Waiting)
        return;
    const qint64 remaining = m_desk.clock.now().secsTo(m_code->expiresAt);
    m_codeLabel->setRemaining(remaining);
    if (remaining <= 0 && !m_qr->address().isEmpty() && !m_isTrustShown)
        showSquare();
}

void PairingDialog::lookAtDevice()
{
    if (!m_device || m_stage != Stage::Waiting)
        return;
    inBackground(
        this,
        [&devices = m_desk.services.devices, who = m_desk.session, id = m_device->id] { return devices.find(who, id); },
        [this](const Result<Device> &device) {
            if (device)
                heardOf(*device);
        });
}

void PairingDialog::heardOf(const Device &device)
{
    if (m_stage != Stage::Waiting || device.status != DeviceStatus::Active || device.pairedAt == m_device->pairedAt)
        return;
    m_device = device;
    m_code.reset();
    turnTo(Stage::Paired);
}

void PairingDialog::turnTo(Stage stage)
{
    const bool isNew = m_stage != stage;
    m_stage = stage;
    showStage();
    showSquare();
    if (!isNew)
        return;
    growToFit();
    if (stage == Stage::Paired) {
        m_main->setFocus();
        speak(m_main, m_light->words());
    }
}

// The pairing code while it is good; on demand the page that hands out the certificate.
void PairingDialog::showSquare()
{
    const bool isGood = m_stage == Stage::Waiting && m_code && m_desk.clock.now() < m_code->expiresAt;
    if (m_isTrustShown && m_stage != Stage::Paired) {
        m_qr->setName(tr("Square that leads to the certificate"));
        m_qr->setAddress(m_door.trustAddress);
    } else {
        m_qr->setName(tr("Square to pair the tablet"));
        m_qr->setAddress(isGood ? m_door.pairingAddress(m_code->code) : QString());
    }
    m_trust->setText(m_isTrustShown ? tr("Show the pairing s&quare") : tr("Show its s&quare"));
}

void PairingDialog::showStage()
{
    const bool isPaired = m_stage == Stage::Paired;
    m_codeLabel->setVisible(m_stage == Stage::Waiting);
    m_steps->setDone(isPaired);
    m_trust->setEnabled(!isPaired);
    m_light->setVisible(m_stage != Stage::Naming);
    if (isPaired)
        m_light->setStatus(Light::Ok, tr("%1 is paired").arg(m_device->name));
    else
        m_light->setStatus(Light::Warning, tr("Waiting for the tablet…"));
    m_main->setText(m_stage == Stage::Naming ? tr("&Make the code") : tr("&Finish"));
    m_main->setSymbol(m_stage == Stage::Naming ? Icon::QrCode : Icon::Check);
    m_main->setEnabled(m_stage != Stage::Waiting);
    if (isPaired)
        speak(m_light, m_light->words());
}

void PairingDialog::said(const Error &error)
{
    const QStringList others = m_fields.show(error);
    const bool isShown = !m_fields.wrongLabels().isEmpty() && others.isEmpty();
    m_problem->setVisible(!isShown);
    if (!isShown)
        m_problem->setWords(others.isEmpty() ? errorText(error) : others.join(u' '));
    growToFit();
}

} // namespace accueil
