#include "ui/tablets/tabletspage.h"

#include "app/services/deviceservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/records/wardlist.h"
#include "ui/tablets/certificatedialog.h"
#include "ui/tablets/pairingdialog.h"
#include "ui/tablets/posterdialog.h"
#include "ui/tablets/tabletdialog.h"
#include "ui/tablets/tabletfiledialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/togglechip.h"

namespace accueil {

namespace {

constexpr int most = 500; // what the service gives at once; a hospital has tens

} // namespace

void TabletsPage::refresh()
{
    if (!m_known)
        m_state->showLoading();
    m_slow.start();
    read();
}

// One question at a time: with many tablets an event comes every moment.
void TabletsPage::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    inBackground(
        this,
        [&devices = m_desk.services.devices, who = m_desk.session] {
            return devices.list(who, PageRequest{.limit = most, .offset = 0});
        },
        [this](const Result<accueil::Page<Device>> &devices) {
            m_reading = false;
            showDevices(devices);
            if (m_again)
                m_soon.start();
        });
}

void TabletsPage::showDevices(const Result<accueil::Page<Device>> &devices)
{
    if (!devices) {
        m_known = false;
        m_state->showError(tr("The tablets cannot be read"), errorText(devices.error()));
        return;
    }
    m_known = true;
    const DeviceId kept = m_chosen;
    m_model->setDevices(devices->items);
    const int row = m_model->rowOf(kept);
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->selectRow(row);
    else if (m_table->currentIndex().row() < 0 && m_model->rowCount() > 0)
        m_table->selectRow(0);
    showCounts();
    showActions();
}

const Device *TabletsPage::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

void TabletsPage::choose(TabletView view)
{
    m_model->setView(view);
    const int row = m_model->rowOf(m_chosen);
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::max(0, row));
    showCounts();
    showActions();
}

void TabletsPage::createNew()
{
    openPairing(std::nullopt);
}

void TabletsPage::pairAgain()
{
    if (const Device *device = current(); device && device->status != DeviceStatus::Revoked)
        openPairing(*device);
}

void TabletsPage::openPairing(const std::optional<Device> &device)
{
    auto *dialog = new PairingDialog(m_desk, *m_wards, device, this);
    connect(dialog, &PairingDialog::added, this, [this](DeviceId id) {
        m_chosen = id;
        if (m_model->view() != TabletView::Active)
            m_views.first()->click();
        read();
    });
    connect(dialog, &PairingDialog::settingsWanted, this, [this] { Q_EMIT goTo({PageId::Settings}); });
    dialog->open();
}

void TabletsPage::editCurrent()
{
    const Device *device = current();
    if (!device || device->status == DeviceStatus::Revoked)
        return;
    auto *dialog = new TabletDialog(m_desk, *m_wards, *device, this);
    connect(dialog, &TabletDialog::saved, this, &TabletsPage::read);
    dialog->open();
}

void TabletsPage::askRevocation()
{
    const Device *device = current();
    if (!device || device->status == DeviceStatus::Revoked)
        return;
    const int waiting = device->queueLength.value_or(0);
    Question question;
    question.title = tr("Revoke the tablet %1?").arg(device->name);
    question.text = waiting > 0
        ? tr("It can send nothing more, at once and for good. %n answer(s) still wait on it: let it send them first if "
             "it is at hand.",
            nullptr, waiting)
        : tr("It can send nothing more, at once and for good. What it sent stays. To use it again, pair it anew.");
    question.yes = tr("&Revoke");
    question.destructive = true;
    ask(this, question, [this, id = device->id] { revoke(id); });
}

void TabletsPage::revoke(DeviceId id)
{
    m_problem->hide();
    inBackground(
        this, [&devices = m_desk.services.devices, who = m_desk.session, id] { return devices.revoke(who, id); },
        [this](const Result<Device> &answer) {
            if (!answer) {
                m_problem->setWords(tr("The tablet was not revoked"), errorText(answer.error()));
                m_problem->show();
            }
            read();
        });
}

void TabletsPage::showCertificate()
{
    (new CertificateDialog(m_desk, this))->open();
}

void TabletsPage::openPoster()
{
    (new PosterDialog(m_desk, *m_wards, this))->open();
}

void TabletsPage::importFile()
{
    (new TabletFileDialog(m_desk, this))->open();
}

QList<PageCommand> TabletsPage::commands()
{
    return {{tr("Pair a tablet"), Icon::Tablet, [this] { createNew(); }},
        {tr("Poster for the tablet page"), Icon::QrCode, [this] { openPoster(); }},
        {tr("Import a tablet’s file"), Icon::Upload, [this] { importFile(); }},
        {tr("Certificate of this desk"), Icon::ShieldCheck, [this] { showCertificate(); }}};
}

} // namespace accueil
