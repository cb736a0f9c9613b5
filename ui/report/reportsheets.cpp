#include "ui/report/reportsheets.h"

#include "ui/charts/chart.h"
#include "ui/charts/charttext.h"
#include "ui/theme/colors.h"

#include <QPageLayout>
#include <QPdfWriter>

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int dotsPerInch = 96; // as on the screen, so that charts have the same proportions; lines stay lines
constexpr qreal margin = 56;
constexpr qreal footHeight = 40;
constexpr qreal gap = 14;
constexpr qreal rowHeight = 21;

const Colors &paper()
{
    return colorsFor(Scheme::Light);
}

} // namespace

ReportSheets::ReportSheets(const QString &title, const QString &foot, int total)
    : m_buffer(&m_bytes)
    , m_writer((m_buffer.open(QIODevice::WriteOnly), &m_buffer))
    , m_foot(foot)
    , m_total(total)
{
    m_writer.setResolution(dotsPerInch);
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins(QMarginsF());
    m_writer.setTitle(title);
    m_writer.setCreator(u"Accueil"_s);
    m_painter.begin(&m_writer);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_y = room().top();
}

ReportSheets::~ReportSheets() = default;

QRectF ReportSheets::room() const
{
    return QRectF(0, 0, m_writer.width(), m_writer.height()).adjusted(margin, margin, -margin, -margin - footHeight);
}

void ReportSheets::foot()
{
    if (m_isCover)
        return;
    const QRectF line(margin, m_writer.height() - margin - 16, m_writer.width() - 2 * margin, 16);
    m_painter.setPen(QPen(paper().line, 1));
    m_painter.drawLine(line.topLeft() - QPointF(0, 6), line.topRight() - QPointF(0, 6));
    drawWords(m_painter, line, m_foot, fontFor(TextRole::Mini), paper().muted, Qt::AlignLeft | Qt::AlignVCenter);
    drawWords(m_painter, line, u"%1 / %2"_s.arg(m_number).arg(m_total), fontFor(TextRole::Mini), paper().muted,
        Qt::AlignRight | Qt::AlignVCenter);
}

QByteArray ReportSheets::finish()
{
    foot();
    m_painter.end();
    m_buffer.close();
    return m_bytes;
}

void ReportSheets::newSheet()
{
    foot();
    m_isCover = false;
    m_writer.newPage();
    ++m_number;
    m_y = room().top();
}

void ReportSheets::need(qreal height)
{
    if (m_y + height > room().bottom())
        newSheet();
}

qreal ReportSheets::write(const QRectF &box, const QString &words, const QFont &font, const QColor &ink, int flags)
{
    m_painter.setFont(font);
    m_painter.setPen(ink);
    QRectF used;
    m_painter.drawText(box, flags | Qt::TextWordWrap, words, &used);
    return used.height();
}

void ReportSheets::cover(const QString &title, const QString &subtitle, const QStringList &lines)
{
    m_isCover = true;
    const QRectF all = room();
    m_painter.fillRect(QRectF(0, 0, 10, m_writer.height()), paper().accent);
    QFont large = fontFor(TextRole::Title);
    large.setPointSizeF(30);
    qreal y = all.top() + all.height() * 0.28;
    y += write(QRectF(all.left(), y, all.width(), 400), title, large, paper().text, Qt::AlignLeft) + 12;
    QFont middle = fontFor(TextRole::Section);
    middle.setPointSizeF(17);
    y += write(QRectF(all.left(), y, all.width(), 200), subtitle, middle, paper().accent, Qt::AlignLeft) + 40;
    for (const QString &line : lines)
        y += write(QRectF(all.left(), y, all.width(), 200), line, fontFor(TextRole::Body), paper().text2, Qt::AlignLeft)
            + 6;
}

void ReportSheets::heading(const QString &words)
{
    need(140);
    m_y += write(QRectF(room().left(), m_y, room().width(), 200), words, fontFor(TextRole::Title), paper().text,
               Qt::AlignLeft)
        + gap;
}

void ReportSheets::paragraph(const QString &words, TextRole role)
{
    const QFont font = fontFor(role);
    const QRectF box(room().left(), 0, room().width(), 10000);
    const qreal height = QFontMetricsF(font, &m_writer).boundingRect(box, Qt::TextWordWrap, words).height();
    need(height);
    const QColor ink = role == TextRole::Body || role == TextRole::BodyBold ? paper().text : paper().muted;
    m_y += write(box.translated(0, m_y), words, font, ink, Qt::AlignLeft) + gap / 2;
}

void ReportSheets::figures(const QList<KeyFigure::Content> &figures)
{
    constexpr int perRow = 3;
    constexpr qreal height = 112;
    const qreal width = (room().width() - (perRow - 1) * gap) / perRow;
    for (int i = 0; i < figures.size(); ++i) {
        if (i % perRow == 0)
            need(height + gap);
        const KeyFigure::Content &figure = figures.at(i);
        const QRectF box(room().left() + (i % perRow) * (width + gap), m_y, width, height);
        m_painter.setPen(QPen(paper().line, 1));
        m_painter.setBrush(paper().surface);
        m_painter.drawRoundedRect(box, 6, 6);
        KeyFigure::paintContent(m_painter, box, figure, paper());
        if (i % perRow == perRow - 1 || i + 1 == figures.size())
            m_y += height + gap;
    }
}

void ReportSheets::chart(Chart *chart, const QString &finding, const QString &subject, const QString &missing,
    const QString &note, qreal height)
{
    need(height + 76);
    const QRectF box(room().left(), m_y, room().width(), 200);
    m_y += write(box, finding, fontFor(TextRole::BodyBold), paper().text, Qt::AlignLeft) + 2;
    m_y += write(QRectF(room().left(), m_y, room().width(), 200), subject, fontFor(TextRole::Mini), paper().muted,
               Qt::AlignLeft)
        + 8;
    if (missing.isEmpty()) {
        chart->draw(m_painter, QRectF(room().left(), m_y, room().width(), height), paper());
        m_y += height + 4;
    } else {
        m_y += write(QRectF(room().left(), m_y, room().width(), 60), missing, fontFor(TextRole::Body), paper().muted,
            Qt::AlignLeft);
    }
    if (!note.isEmpty())
        m_y += write(QRectF(room().left(), m_y, room().width(), 60), note, fontFor(TextRole::Mini), paper().muted,
            Qt::AlignLeft);
    m_y += gap;
}

// Smaller letters for tables that are too wide; then every column gives as much of its width as the others.
ReportSheets::Grid ReportSheets::gridOf(const ChartTable &table) const
{
    Grid grid;
    for (const bool isSmall : {false, true}) {
        grid = {.font = fontFor(isSmall ? TextRole::Mini : TextRole::Small), .gap = isSmall ? 6.0 : 10.0, .widths = {}};
        grid.heading = grid.font;
        grid.heading.setBold(true);
        qreal sum = 0;
        for (qsizetype column = 0; column < table.headers.size(); ++column) {
            qreal widest = widthOf(m_painter, table.headers.at(column), grid.heading);
            for (const ChartTable::Row &row : table.rows) {
                if (column < row.cells.size())
                    widest = std::max(widest, widthOf(m_painter, row.cells.at(column).text, grid.font));
            }
            grid.widths += widest + grid.gap;
            sum += grid.widths.last();
        }
        const qreal left = room().width() - sum;
        if (left < 0 && !isSmall)
            continue;
        for (qreal &width : grid.widths)
            width += left < 0 ? left * width / sum : left / double(grid.widths.size());
        break;
    }
    return grid;
}

void ReportSheets::tableHead(const ChartTable &table, const Grid &grid)
{
    qreal x = room().left();
    m_painter.fillRect(QRectF(room().left(), m_y, room().width(), rowHeight), paper().surface2);
    for (qsizetype column = 0; column < grid.widths.size(); ++column) {
        const bool isNumber = std::any_of(table.rows.begin(), table.rows.end(), [column](const ChartTable::Row &row) {
            return column < row.cells.size() && row.cells.at(column).kind == ChartCell::Number;
        });
        drawWords(m_painter, QRectF(x, m_y, grid.widths.at(column) - grid.gap, rowHeight), table.headers.at(column),
            grid.heading, paper().text2, Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
        x += grid.widths.at(column);
    }
    m_y += rowHeight;
}

void ReportSheets::table(const QString &title, const ChartTable &table)
{
    need(4 * rowHeight + 30);
    m_y += write(QRectF(room().left(), m_y, room().width(), 60), title, fontFor(TextRole::BodyBold), paper().text,
               Qt::AlignLeft)
        + 4;
    const Grid grid = gridOf(table);
    tableHead(table, grid);
    for (const ChartTable::Row &row : table.rows) {
        if (m_y + rowHeight > room().bottom()) {
            newSheet();
            tableHead(table, grid); // again at the top of each sheet
        }
        qreal x = room().left();
        for (qsizetype column = 0; column < row.cells.size() && column < grid.widths.size(); ++column) {
            const ChartCell &cell = row.cells.at(column);
            drawWords(m_painter, QRectF(x, m_y, grid.widths.at(column) - grid.gap, rowHeight), cell.text, grid.font,
                paper().text, Qt::AlignVCenter | (cell.kind == ChartCell::Words ? Qt::AlignLeft : Qt::AlignRight));
            x += grid.widths.at(column);
        }
        m_painter.setPen(QPen(paper().line, 0.7));
        m_painter.drawLine(QPointF(room().left(), m_y + rowHeight), QPointF(room().right(), m_y + rowHeight));
        m_y += rowHeight;
    }
    m_y += gap;
}

} // namespace accueil
