#include "app/services/domainevents.h"
#include "ui/frame/statusbar.h"
#include "ui/tablets/codelabel.h"
#include "ui/tablets/helpsheet.h"
#include "ui/tablets/pairingdialog.h"
#include "ui/tablets/pairingsteps.h"
#include "ui/tablets/wardbox.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/textline.h"

#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int squareSide = 218;
constexpr int lookMs = 3'000;

} // namespace

PairingDialog::PairingDialog(
    const RecordContext &desk, WardList &wards, const std::optional<Device> &device, QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_desk(desk)
    , m_device(device)
    , m_door(TabletDoor::of(desk.desk))
    , m_closed(new Banner(Tone::Warning))
    , m_mend(new Button(Button::Second, nullptr, Button::Small))
    , m_toSettings(new Button(Button::Quiet, nullptr, Button::Small))
    , m_problem(new Banner(Tone::Danger))
    , m_qr(new QrView(squareSide))
    , m_name(new TextLine)
    , m_ward(new WardBox)
    , m_nameField(new Field(m_name))
    , m_wardField(new Field(m_ward))
    , m_codeLabel(new CodeLabel)
    , m_steps(new PairingSteps)
    , m_trust(new Button(Button::Second, nullptr, Button::Small))
    , m_sheet(new Button(Button::Second, nullptr, Button::Small))
    , m_sheetMenu(new QMenu(this))
    , m_light(new StatusLight)
    , m_close(new Button(Button::Second))
    , m_main(new Button(Button::Main))
{
    m_ward->follow(wards);
    if (m_device) {
        m_name->setText(m_device->name);
        m_ward->setWard(m_device->ward);
    }
    build();
    listen();
    readSettings();
    m_name->setFocus();
    if (m_device)
        giveCode(m_device->id);
}

PairingDialog::~PairingDialog()
{
    m_name->disconnect(this); // it says that editing has ended when it loses the focus, and that is now
}

void PairingDialog::build()
{
    m_name->setObjectName(u"tabletName"_s);
    m_ward->setObjectName(u"tabletWard"_s);
    m_main->setObjectName(u"pairingMain"_s);
    m_mend->setObjectName(u"allowTablets"_s);
    m_toSettings->setObjectName(u"toSettings"_s);
    m_closed->setObjectName(u"doorClosed"_s);
    m_problem->setObjectName(u"pairingProblem"_s);
    m_qr->setObjectName(u"pairingSquare"_s);
    m_trust->setObjectName(u"trustSquare"_s);
    m_sheet->setObjectName(u"helpSheet"_s);
    m_light->setObjectName(u"pairingLight"_s);
    m_fields.add(u"name"_s, m_nameField);
    m_fields.add(u"ward"_s, m_wardField);
    m_closed->addButton(m_mend);
    m_closed->addButton(m_toSettings);
    m_closed->hide();
    m_problem->hide();
    body()->addWidget(m_closed);
    body()->addWidget(m_problem);
    body()->addLayout(makeTop());
    m_trust->setSymbol(Icon::QrCode);
    m_steps->addButton(PairingSteps::Certificate, m_trust);
    body()->addWidget(m_steps);
    m_trustBox = makeFingerprint();
    body()->addWidget(m_trustBox);
    m_close->setKeyHint(Qt::Key_Escape);
    addFooterSign(m_light);
    addFooterButton(m_close);
    addFooterButton(m_main);
    m_light->hide();
    m_codeLabel->hide();
}

QLayout *PairingDialog::makeTop()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_nameField);
    column->addWidget(m_wardField);
    column->addWidget(m_codeLabel);
    column->addStretch();
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::pageMargin);
    top->addWidget(m_qr, 0, Qt::AlignTop);
    top->addLayout(column, 1);
    return top;
}

Banner *PairingDialog::makeFingerprint()
{
    auto *box = new Banner(Tone::Info);
    m_fingerprint = new QLabel;
    m_fingerprint->setObjectName(u"fingerprint"_s);
    m_fingerprint->setFont(fontFor(TextRole::Code));
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sheet->setSymbol(Icon::Printer);
    m_sheet->setTrailingSymbol(Icon::ChevronDown);
    box->addButton(m_fingerprint);
    box->addButton(m_sheet);
    return box;
}

void PairingDialog::listen()
{
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_main, &QPushButton::clicked, this, [this] {
        if (m_stage == Stage::Paired)
            accept();
        else if (m_stage == Stage::Naming)
            askForCode();
    });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (m_stage == Stage::Naming)
            askForCode();
    });
    connect(m_name, &QLineEdit::editingFinished, this, &PairingDialog::rename);
    connect(m_ward, &QComboBox::activated, this, &PairingDialog::rename);
    connect(m_codeLabel->again(), &QPushButton::clicked, this, &PairingDialog::askForCode);
    connect(m_mend, &QPushButton::clicked, this, &PairingDialog::allowTablets);
    connect(m_toSettings, &QPushButton::clicked, this, [this] {
        QDialog::reject();
        Q_EMIT settingsWanted();
    });
    connect(m_trust, &QPushButton::clicked, this, [this] {
        m_isTrustShown = !m_isTrustShown;
        showSquare();
    });
    connect(m_sheet, &QPushButton::clicked, this,
        [this] { m_sheetMenu->popup(m_sheet->mapToGlobal(QPoint(0, m_sheet->height()))); });
    connect(&m_desk.services.events, &DomainEvents::devicesChanged, this, &PairingDialog::lookAtDevice);
    connect(&m_look, &QTimer::timeout, this, &PairingDialog::lookAtDevice);
    connect(&m_second, &QTimer::timeout, this, &PairingDialog::tick);
    m_look.start(lookMs);
    m_second.start(1'000);
}

void PairingDialog::retranslate()
{
    setTitle(m_device && m_stage == Stage::Naming ? tr("New code for %1").arg(m_device->name) : tr("Pair a tablet"));
    m_nameField->setLabel(tr("&Name shown"));
    m_nameField->setHint(tr("as in “Maternity, room 2”"));
    m_wardField->setLabel(tr("&Ward"));
    m_ward->setNone(tr("No ward"));
    m_mend->setText(tr("&Allow tablets now"));
    m_toSettings->setText(tr("Open the se&ttings"));
    m_steps->setWords(PairingSteps::Network, tr("Same Wi-Fi"),
        tr("The tablet is in the network of this desk. The Internet is not needed."));
    m_steps->setWords(
        PairingSteps::Aim, tr("Aim the camera at the square"), tr("The tablet then appears here by itself."));
    m_trustBox->setWords(tr("Same fingerprint on both sides?"));
    m_sheet->setText(tr("&Help sheet"));
    m_sheetMenu->clear();
    const auto sheet = [this] { return helpSheet(m_door, m_settings ? m_settings->name : QString()); };
    m_sheetMenu->addAction(tr("Print…"), this, [this, sheet] { askToPrint(this, sheet()); });
    m_sheetMenu->addAction(tr("Save as PDF…"), this, [this, sheet] { askToSave(this, sheet()); });
    m_close->setText(tr("&Close"));
    m_codeLabel->retranslate();
    showDoor();
    showStage();
}

} // namespace accueil
