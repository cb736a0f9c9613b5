#include "ui/tablets/paper.h"

#include "ui/records/question.h"
#include "ui/theme/type.h"
#include "ui/widgets/qrmatrix.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QFont paperFont(QFont font, qreal size, bool bold)
{
    font.setPixelSize(qRound(size));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void paintPage(QPagedPaintDevice &device, QPainter &painter, const Paper &paper)
{
    paintPaper(painter, QRectF(QPointF(), QSizeF(device.width(), device.height())), paper);
}

QString say(const char *source)
{
    return QCoreApplication::translate("accueil::Paper", source);
}

} // namespace

PaperColumn::PaperColumn(QPainter &painter, qreal left, qreal top, qreal width)
    : m_painter(painter)
    , m_left(left)
    , m_y(top)
    , m_width(width)
{
}

PaperColumn &PaperColumn::align(Qt::Alignment alignment)
{
    m_alignment = alignment;
    return *this;
}

PaperColumn &PaperColumn::ink(const QColor &color)
{
    m_ink = color;
    return *this;
}

PaperColumn &PaperColumn::gap(qreal height)
{
    m_y += height;
    return *this;
}

PaperColumn &PaperColumn::words(const QString &words, const QFont &font)
{
    if (words.isEmpty())
        return *this;
    const QRectF room(m_left, m_y, m_width, Paper::height);
    const int flags = int(m_alignment) | Qt::AlignTop | Qt::TextWordWrap;
    m_painter.setFont(font);
    m_painter.setPen(m_ink);
    QRectF used;
    m_painter.drawText(room, flags, words, &used);
    m_y += used.height();
    return *this;
}

PaperColumn &PaperColumn::text(const QString &text, qreal size, Weight weight)
{
    return words(text, paperFont(applicationFont(), size, weight == Bold));
}

PaperColumn &PaperColumn::code(const QString &text, qreal size)
{
    return words(text, paperFont(fontFor(TextRole::Code), size, false));
}

PaperColumn &PaperColumn::qr(const QrMatrix &matrix, qreal side)
{
    const qreal x = m_alignment & Qt::AlignHCenter ? m_left + (m_width - side) / 2 : m_left;
    paintQr(m_painter, QRectF(x, m_y, side, side), matrix);
    m_y += side;
    return *this;
}

PaperColumn &PaperColumn::rule()
{
    m_painter.fillRect(QRectF(m_left, m_y, m_width, 4), m_ink);
    m_y += 4;
    return *this;
}

void paintPaper(QPainter &painter, const QRectF &where, const Paper &paper)
{
    const qreal scale = std::min(where.width() / Paper::width, where.height() / Paper::height);
    painter.save();
    painter.translate(where.center() - QPointF(Paper::width, Paper::height) * scale / 2);
    painter.scale(scale, scale);
    painter.fillRect(QRectF(0, 0, Paper::width, Paper::height), Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    paper.paint(painter);
    painter.restore();
}

bool writePdf(const Paper &paper, const QString &file)
{
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return false;
    {
        QPdfWriter writer(&target);
        writer.setPageSize(QPageSize(paper.size));
        writer.setPageMargins({});
        writer.setTitle(paper.title);
        writer.setCreator(u"Accueil"_s);
        QPainter painter(&writer);
        if (!painter.isActive())
            return false;
        paintPage(writer, painter, paper);
    }
    return target.error() == QFile::NoError && target.size() > 0;
}

void askToSave(QWidget *parent, const Paper &paper)
{
    auto *dialog = new QFileDialog(parent, paper.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(paper.fileName + u".pdf"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, paper](const QString &file) {
        if (!writePdf(paper, file))
            tell(parent, say(QT_TRANSLATE_NOOP("accueil::Paper", "The sheet was not saved")),
                say(QT_TRANSLATE_NOOP("accueil::Paper", "%1 cannot be written. Choose another place.")).arg(file));
    });
    dialog->open();
}

void askToPrint(QWidget *parent, const Paper &paper)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(paper.size));
    printer->setFullPage(true);
    printer->setDocName(paper.title);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent, [parent, printer, paper] {
        QPainter painter;
        if (painter.begin(printer.get()))
            paintPage(*printer, painter, paper);
        else
            tell(parent, say(QT_TRANSLATE_NOOP("accueil::Paper", "The sheet was not printed")),
                say(QT_TRANSLATE_NOOP("accueil::Paper", "The printer does not answer. Save it as a PDF instead.")));
    });
    dialog->open();
}

} // namespace accueil
