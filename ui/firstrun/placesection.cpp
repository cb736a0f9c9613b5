#include "ui/firstrun/placesection.h"

#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/optioncard.h"
#include "ui/widgets/textline.h"

#include <QGridLayout>
#include <QIntValidator>
#include <QLocale>
#include <QStorageInfo>

namespace accueil {

using namespace Qt::StringLiterals;

PlaceSection::PlaceSection(Desk &desk, QWidget *parent)
    : Section(parent)
    , m_desk(desk)
    , m_thisDesk(new OptionCard(Icon::HardDrive))
    , m_server(new OptionCard(Icon::Server))
    , m_form(new QWidget)
    , m_host(new TextLine)
    , m_port(new TextLine)
    , m_name(new TextLine)
    , m_user(new TextLine)
    , m_password(new TextLine)
    , m_hostField(new Field(m_host))
    , m_portField(new Field(m_port))
    , m_nameField(new Field(m_name))
    , m_userField(new Field(m_user))
    , m_passwordField(new Field(m_password))
    , m_connect(new Button(Button::Second))
    , m_answer(new Banner(Tone::Success))
{
    m_thisDesk->setObjectName(u"placeThisDesk"_s);
    m_server->setObjectName(u"placeServer"_s);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(12);
    cards->addWidget(m_thisDesk, 1);
    cards->addWidget(m_server, 1);
    content()->addLayout(cards);
    buildServerForm();
    content()->addWidget(m_form);
    m_answer->hide();
    content()->addWidget(m_answer);

    const bool server = desk.storePlace().kind == StorePlace::Server;
    (server ? m_server : m_thisDesk)->setChecked(true);
    m_connected = server && desk.storePlaceIsFixed();
    connect(m_server, &QRadioButton::toggled, this, &PlaceSection::modeChosen);
    connect(m_connect, &QPushButton::clicked, this, &PlaceSection::connectToServer);
    if (desk.storePlaceIsFixed())
        lock();
    modeChosen();
    readFreeSpace();
}

void PlaceSection::buildServerForm()
{
    const StorePlace place = m_desk.storePlace();
    m_host->setObjectName(u"serverHost"_s);
    m_port->setObjectName(u"serverPort"_s);
    m_name->setObjectName(u"serverName"_s);
    m_user->setObjectName(u"serverUser"_s);
    m_password->setObjectName(u"serverPassword"_s);
    m_answer->setObjectName(u"serverAnswer"_s);
    m_connect->setObjectName(u"serverConnect"_s);
    m_connect->setSymbol(Icon::Server);
    m_host->setText(place.host);
    m_port->setText(QString::number(place.port));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_name->setText(place.name);
    m_user->setText(place.user);
    m_password->setPassword();
    auto *grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_hostField, 0, 0, 1, 2);
    grid->addWidget(m_portField, 0, 2);
    grid->addWidget(m_nameField, 1, 0);
    grid->addWidget(m_userField, 1, 1);
    grid->addWidget(m_passwordField, 1, 2);
    grid->addWidget(m_connect, 2, 0, Qt::AlignLeft);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    for (TextLine *line : {m_host, m_port, m_name, m_user, m_password}) {
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_connected = false;
            m_answer->hide();
            Q_EMIT changed();
        });
    }
}

bool PlaceSection::isComplete() const
{
    return m_thisDesk->isChecked() || m_connected;
}

void PlaceSection::lock()
{
    m_locked = true;
    for (QWidget *part : std::initializer_list<QWidget *>{m_thisDesk, m_server, m_form})
        part->setEnabled(false);
    modeChosen();
}

StorePlace PlaceSection::typedPlace() const
{
    if (m_thisDesk->isChecked())
        return {};
    return {StorePlace::Server, m_host->text().trimmed(), m_port->text().toInt(), m_name->text().trimmed(),
        m_user->text().trimmed(), m_password->text()};
}

void PlaceSection::modeChosen()
{
    m_form->setVisible(m_server->isChecked() && !m_locked);
    if (!m_locked && m_thisDesk->isChecked()) {
        m_connected = false;
        m_answer->hide();
        if (m_desk.storePlace().kind == StorePlace::Server) // back from a server that was tried
            connectToServer();
    }
    Q_EMIT changed();
}

void PlaceSection::readFreeSpace()
{
    inBackground(
        this, [folder = m_desk.dataDirectory()]() -> Result<qint64> { return QStorageInfo(folder).bytesAvailable(); },
        [this](const Result<qint64> &bytes) {
            m_freeBytes = bytes.value_or(-1);
            retranslate();
        });
}

void PlaceSection::connectToServer()
{
    m_connect->setBusy(true, tr("Connecting…"));
    inBackground(
        this, [desk = &m_desk, place = typedPlace()] { return desk->moveTo(place); },
        [this](const Result<StoreState> &state) { connected(state); });
}

void PlaceSection::connected(const Result<StoreState> &state)
{
    m_connect->setBusy(false);
    m_connected = state.has_value() && *state == StoreState::New;
    if (m_thisDesk->isChecked() && m_connected)
        return;
    if (!state) {
        m_answer->setTone(Tone::Danger);
        m_answer->setWords(
            tr("The server does not answer"), tr("Please check address, name and password, then try again."));
    } else if (m_connected) {
        m_answer->setTone(Tone::Success);
        m_answer->setWords(tr("The server answers; the data will lie there"), m_desk.storeDescription());
    }
    m_answer->setVisible(!state || m_connected);
    Q_EMIT changed();
    if (state && *state != StoreState::New)
        Q_EMIT storeFound(*state);
}

void PlaceSection::retranslate()
{
    setWords(tr("The data"),
        m_desk.storePlaceIsFixed() ? tr("Fixed by DATABASE_URL where this program was started.")
                                   : tr("Can be changed later without losing anything."));
    const QString space = m_freeBytes < 0
        ? QString()
        : tr("%1 free.").arg(QLocale().formattedDataSize(m_freeBytes, 0, QLocale::DataSizeTraditionalFormat));
    m_thisDesk->setWords(tr("On this &desk"), tr("One desk. %1 An encrypted file.").arg(space).simplified());
    m_server->setWords(tr("P&ostgreSQL server"), tr("Several desks, the same data."));
    m_hostField->setLabel(tr("&Address of the server"));
    m_portField->setLabel(tr("Po&rt"));
    m_nameField->setLabel(tr("Data&base"));
    m_userField->setLabel(tr("Server account"));
    m_passwordField->setLabel(tr("Pass&word of the server"));
    m_connect->setText(tr("&Go to the server"));
}

} // namespace accueil
