#include "ui/tablets/posterdialog.h"

#include "app/services/settingsservice.h"
#include "ui/background.h"
#include "ui/tablets/paperview.h"
#include "ui/tablets/wardbox.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmented.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int designedWidth = 720;
constexpr int longestOwnWords = 160;
const QString ownWordsKey = u"poster/ownWords"_s;

} // namespace

PosterDialog::PosterDialog(const RecordContext &desk, WardList &wards, QWidget *parent)
    : DialogFrame(parent, designedWidth)
    , m_desk(desk)
    , m_door(TabletDoor::of(desk.desk))
    , m_problem(new Banner(Tone::Warning))
    , m_ward(new WardBox)
    , m_size(new Segmented)
    , m_address(new ListBox)
    , m_own(new QPlainTextEdit)
    , m_wardField(new Field(m_ward))
    , m_sizeField(new Field(m_size))
    , m_addressField(new Field(m_address))
    , m_ownField(new Field(m_own))
    , m_view(new PaperView)
    , m_close(new Button(Button::Second))
    , m_save(new Button(Button::Second))
    , m_print(new Button(Button::Main))
{
    m_ward->follow(wards);
    for (const QString &address : m_door.addresses)
        m_address->addItem(address, QString(address + u"/tablet/"_s));
    m_own->setPlainText(desk.preferences.value(ownWordsKey).toString());
    m_size->setOptions({{u"A4"_s, int(QPageSize::A4)}, {u"A3"_s, int(QPageSize::A3)}});
    m_size->setValue(int(QPageSize::A4));
    build();
    connect(m_ward, &QComboBox::currentIndexChanged, this, &PosterDialog::showPoster);
    connect(m_address, &QComboBox::currentIndexChanged, this, &PosterDialog::showPoster);
    connect(m_own, &QPlainTextEdit::textChanged, this, [this] {
        m_desk.preferences.setValue(ownWordsKey, poster().ownWords);
        showPoster();
    });
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { askToSave(this, posterPaper(poster())); });
    connect(m_print, &QPushButton::clicked, this, [this] { askToPrint(this, posterPaper(poster())); });
    readHospital();
    m_ward->setFocus();
}

void PosterDialog::build()
{
    m_ward->setObjectName(u"posterWard"_s);
    m_own->setObjectName(u"posterOwnWords"_s);
    m_view->setObjectName(u"posterView"_s);
    m_save->setObjectName(u"savePoster"_s);
    m_own->setTabChangesFocus(true);
    m_own->setFixedHeight(metrics::textHeight(fontFor(TextRole::Body), 0, 0) * 3 + 14);
    m_problem->setVisible(!m_door.isOpen());
    m_addressField->setVisible(m_door.addresses.size() > 1);
    auto *form = new QVBoxLayout;
    form->setSpacing(metrics::fieldGap);
    for (QWidget *field : {m_wardField, m_sizeField, m_addressField, m_ownField})
        form->addWidget(field);
    form->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(metrics::pageMargin);
    columns->addLayout(form, 1);
    columns->addWidget(m_view, 0, Qt::AlignTop);
    body()->addWidget(m_problem);
    body()->addLayout(columns);
    m_close->setKeyHint(Qt::Key_Escape);
    m_save->setSymbol(Icon::Download);
    m_print->setSymbol(Icon::Printer);
    m_print->setKeys(Qt::CTRL | Qt::Key_P);
    for (QWidget *button : {m_close, m_save, m_print})
        addFooterButton(button);
}

void PosterDialog::readHospital()
{
    inBackground(
        this, [settings = &m_desk.services.settings]() -> Result<HospitalSettings> { return settings->current(); },
        [this](const Result<HospitalSettings> &settings) {
            if (settings)
                m_hospital = settings->name;
            showPoster();
        });
}

Poster PosterDialog::poster() const
{
    return {.hospital = m_hospital,
        .ward = m_ward->ward(),
        .address = m_door.addresses.size() > 1 ? m_address->currentData().toString() : m_door.pageAddress(),
        .ownWords = m_own->toPlainText().simplified().left(longestOwnWords),
        .size = QPageSize::PageSizeId(m_size->value().toInt())};
}

void PosterDialog::showPoster()
{
    m_view->setPaper(posterPaper(poster()));
}

void PosterDialog::retranslate()
{
    setTitle(tr("Poster for the tablet page"));
    m_problem->setWords(tr("This desk has no address for tablets"),
        tr("The poster is made without its square. Allow tablets in Settings, Tablets, then make it again."));
    m_wardField->setLabel(tr("&Ward"));
    m_ward->setNone(tr("The whole hospital"));
    m_sizeField->setLabel(tr("&Format"));
    m_addressField->setLabel(tr("&Address"));
    m_addressField->setHint(tr("the one that tablets reach"));
    m_ownField->setLabel(tr("&In a language of the place"));
    m_ownField->setHint(tr("optional; have a speaker check it"));
    m_view->setAccessibleName(tr("Poster as it will be printed"));
    m_close->setText(tr("&Close"));
    m_save->setText(tr("&Save as PDF…"));
    m_print->setText(tr("&Print…"));
    showPoster();
}

} // namespace accueil
