#include "ui/tablets/posterdialog.h"

#include "app/services/settingsservice.h"
#include "app/services/tabletcontentservice.h"
#include "ui/background.h"
#include "ui/languagename.h"
#include "ui/tablets/paperview.h"
#include "ui/tablets/wardbox.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmented.h"

#include <QLabel>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int designedWidth = 720;

struct Wording
{
    QString hospital;
    QList<std::pair<Language, QString>> words;
};

// What tablets ask in the languages of the place, in the words that the hospital gave them.
Result<Wording> readWording(const Services &services, const Session &who)
{
    const Result<TabletContent> content = services.tabletContent.content(who);
    if (!content)
        return tl::unexpected(content.error());
    const HospitalSettings settings = services.settings.current();
    Wording wording{settings.name, {}};
    for (const QString &key : settings.languages) {
        const std::optional<Language> language = languageTable.value(key);
        if (!language || *language == Language::French || *language == Language::English)
            continue; // which the poster speaks anyway
        if (const QString words = content->chosen.texts.value({PromptKey::FacesQuestion, *language}); !words.isEmpty())
            wording.words.append({*language, words});
    }
    return wording;
}

} // namespace

PosterDialog::PosterDialog(const RecordContext &desk, WardList &wards, QWidget *parent)
    : DialogFrame(parent, designedWidth)
    , m_desk(desk)
    , m_door(TabletDoor::of(desk.desk))
    , m_problem(new Banner(Tone::Warning))
    , m_ward(new WardBox)
    , m_size(new Segmented)
    , m_address(new ListBox)
    , m_own(new QLabel)
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
    m_size->setOptions({{u"A4"_s, int(QPageSize::A4)}, {u"A3"_s, int(QPageSize::A3)}});
    m_size->setValue(int(QPageSize::A4));
    build();
    connect(m_ward, &QComboBox::currentIndexChanged, this, &PosterDialog::showPoster);
    connect(m_address, &QComboBox::currentIndexChanged, this, &PosterDialog::showPoster);
    connect(m_close, &QPushButton::clicked, this, &DialogFrame::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { askToSave(this, posterPaper(poster())); });
    connect(m_print, &QPushButton::clicked, this, [this] { askToPrint(this, posterPaper(poster())); });
    readWords();
    m_ward->setFocus();
}

void PosterDialog::build()
{
    m_ward->setObjectName(u"posterWard"_s);
    m_own->setObjectName(u"posterOwnWords"_s);
    m_view->setObjectName(u"posterView"_s);
    m_save->setObjectName(u"savePoster"_s);
    m_own->setWordWrap(true);
    m_own->setTextFormat(Qt::PlainText);
    m_own->setProperty("ink", u"text2"_s);
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

void PosterDialog::readWords()
{
    inBackground(
        this, [services = m_desk.services, who = m_desk.session] { return readWording(services, who); },
        [this](const Result<Wording> &wording) {
            if (wording) {
                m_hospital = wording->hospital;
                m_words = wording->words;
            }
            showOwnWords();
            showPoster();
        });
}

void PosterDialog::showOwnWords()
{
    QStringList lines;
    for (const auto &[language, words] : std::as_const(m_words))
        lines += tr("%1: %2", "language, words").arg(languageName(language), words);
    m_own->setText(
        lines.isEmpty() ? tr("None are known yet. Write them under Questions and voices.") : lines.join(u'\n'));
}

Poster PosterDialog::poster() const
{
    QStringList ownWords;
    for (const auto &[language, words] : m_words)
        ownWords += words;
    return {.hospital = m_hospital,
        .ward = m_ward->ward(),
        .address = m_door.addresses.size() > 1 ? m_address->currentData().toString() : m_door.pageAddress(),
        .ownWords = ownWords,
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
    m_ownField->setLabel(tr("In the languages of the place"));
    m_ownField->setHint(tr("what tablets ask about the stay"));
    showOwnWords();
    m_view->setAccessibleName(tr("Poster as it will be printed"));
    m_close->setText(tr("&Close"));
    m_save->setText(tr("&Save as PDF…"));
    m_print->setText(tr("&Print…"));
    showPoster();
}

} // namespace accueil
