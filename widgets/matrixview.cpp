// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrixview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace WhiteBox {

MatrixView::MatrixView(PairSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_painter(MatrixPicture())
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(false);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Distance map"));
    connect(selection, &PairSelection::pairChanged, this, [this] {
        m_painter.picture().pair = m_selection->pair();
        describe();
        announceCurrent(this);
        update();
    });
    connect(selection, &PairSelection::hoveredPairChanged, this, qOverload<>(&QWidget::update));
    connect(selection, &PairSelection::hoveredCellChanged, this, qOverload<>(&QWidget::update));
}

void MatrixView::setProtein(const QString &name, const std::string &sequence,
                            std::vector<SecondaryStructure> secondary)
{
    m_name = name;
    m_painter.picture().sequence = sequence;
    m_painter.picture().secondary = std::move(secondary);
    update();
}

void MatrixView::setColumns(std::vector<ColumnStatistics> columns)
{
    m_painter.picture().columns = std::move(columns);
    if (int(m_painter.picture().columns.size()) != m_painter.picture().length())
        m_painter.picture().columns.clear();
    update();
}

QString MatrixView::residueText(int i) const
{
    const MatrixPicture &picture = m_painter.picture();
    const auto k = std::size_t(i);
    QString text = k < picture.sequence.size()
                       ? QStringLiteral("%1%2").arg(QLatin1Char(picture.sequence[k])).arg(i + 1)
                       : QString::number(i + 1);
    if (k < picture.secondary.size())
        text += picture.secondary[k] == SecondaryStructure::Helix    ? tr(": helix")
                : picture.secondary[k] == SecondaryStructure::Strand ? tr(": strand")
                                                                     : tr(": neither helix nor strand");
    if (k < picture.columns.size())
        text += tr("; conservation %1, coverage %2 %")
                    .arg(double(picture.columns[k].conservation), 0, 'f', 2)
                    .arg(100 * double(picture.columns[k].coverage), 0, 'f', 0);
    return text;
}

void MatrixView::setLayers(std::shared_ptr<const MatrixLayer> lower, std::shared_ptr<const MatrixLayer> upper)
{
    MatrixPicture &picture = m_painter.picture();
    picture.lower = std::move(lower);
    picture.upper = std::move(upper);
    picture.pair = m_selection->pair();
    if (int(picture.sequence.size()) != picture.length())
        picture.sequence.clear();
    if (int(picture.secondary.size()) != picture.length())
        picture.secondary.clear();
    if (int(picture.columns.size()) != picture.length())
        picture.columns.clear();
    m_painter.rebuild();
    describe();
    update();
}

void MatrixView::setWindowRadius(int radius)
{
    m_painter.picture().windowRadius = radius;
    update();
}

void MatrixView::setMarks(std::vector<TopPair> marks, const QString &note)
{
    m_painter.picture().marks = std::move(marks);
    m_painter.picture().marksNote = note;
    update();
}

void MatrixView::setVisibleCells(const QRect &cells)
{
    if (m_painter.picture().visible == cells)
        return;
    m_painter.picture().visible = cells;
    update();
}

MatrixGeometry MatrixView::mapGeometry() const
{
    return m_painter.geometry(rect(), FigureStyle::ofPalette(palette(), font()), devicePixelRatioF());
}

QString MatrixView::readout(ResiduePair pair) const
{
    const MatrixPicture &picture = m_painter.picture();
    if (!picture.lower || pair.i >= picture.length() || pair.j >= picture.length())
        return {};
    QStringList parts{pair.text(picture.sequence)};
    // Both layers tell of this very pair, whichever half it is drawn in: that is the output which is
    // explained.
    for (const auto &layer : {picture.lower, picture.upper})
        parts << QStringLiteral("%1 %2").arg(layer->shortTitle, layer->valueText(pair.i, pair.j));
    return parts.join(QStringLiteral("   "));
}

void MatrixView::describe()
{
    const auto pair = m_selection->pair();
    setAccessibleDescription(pair ? readout(*pair) : tr("No pair selected"));
}

QString MatrixView::gridRowName(int row) const
{
    const std::string &sequence = m_painter.picture().sequence;
    const auto at = std::size_t(row);
    const int state = at < sequence.size() ? int(stateOf(sequence[at])) : int(kGap);
    return state == int(kGap)
               ? QString::number(row + 1)
               : QStringLiteral("%1 %2").arg(row + 1).arg(QLatin1String(threeLetterName(state)));
}

QString MatrixView::gridText(GridCell cell) const
{
    const MatrixPicture &picture = m_painter.picture();
    QStringList parts{tr("row %1").arg(gridRowName(cell.row)),
                      tr("column %1").arg(gridColumnName(cell.column))};
    for (const auto &layer : {picture.lower, picture.upper})
        parts << QStringLiteral("%1 %2").arg(layer->shortTitle, layer->valueText(cell.row, cell.column));
    return parts.join(QStringLiteral(", "));
}

std::optional<GridCell> MatrixView::gridCurrent() const
{
    const auto pair = m_selection->pair();
    if (!pair || std::max(pair->i, pair->j) >= gridRows())
        return std::nullopt;
    return GridCell{pair->i, pair->j};
}

QRectF MatrixView::gridRect(GridCell cell) const
{
    return mapGeometry().cellRect({cell.row, cell.column});
}

QString MatrixView::figureTitle() const
{
    return m_name.isEmpty() ? tr("Distance map") : tr("Distance map of %1").arg(m_name);
}

QString MatrixView::figureFileName() const
{
    return QStringLiteral("distance-map");
}

QSizeF MatrixView::figureSize() const
{
    return {700, 640};
}

QSize MatrixView::sizeHint() const
{
    return {620, 540};
}

QSize MatrixView::minimumSizeHint() const
{
    return {240, 220};
}

void MatrixView::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    m_painter.paint(painter, rect, style);
}

void MatrixView::paintHover(QPainter &painter) const
{
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    const MatrixGeometry map = mapGeometry();
    painter.setClipRect(map.plot);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.hover, 1.5));
    const auto hovered = m_selection->hoveredPair();
    if (hovered && m_drag == Drag::None)
        painter.drawRect(map.cellRect(*hovered).adjusted(-1, -1, 1, 1));
    const auto pair = m_selection->pair();
    const auto cell = m_selection->hoveredCell();
    if (pair && cell)
        painter.drawRect(map.cellRect({pair->i + cell->di, pair->j + cell->dj}).adjusted(-1, -1, 1, 1));
    if (m_drag == Drag::Zoom) {
        painter.setPen(QPen(style.hover, 1, Qt::DashLine));
        painter.drawRect(QRectF(m_dragStart, m_dragNow).normalized());
    }
}

void MatrixView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    paintFigure(painter, rect(), style);
    if (m_painter.picture().length() == 0)
        return;
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    paintHover(painter);
}

void MatrixView::select(const QPointF &point)
{
    const ResiduePair pair = mapGeometry().nearestCell(point);
    m_selection->setHoveredPair(pair);
    m_selection->setPair(pair);
}

void MatrixView::mousePressEvent(QMouseEvent *event)
{
    if (m_painter.picture().length() == 0 || !mapGeometry().plot.contains(event->position()))
        return;
    m_dragStart = m_dragNow = event->position();
    m_dragCells = visibleCells();
    m_pairBefore = m_selection->pair();
    const bool left = event->button() == Qt::LeftButton;
    if (event->button() == Qt::MiddleButton || (left && event->modifiers().testFlag(Qt::AltModifier))) {
        m_drag = Drag::Move;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::RightButton ||
               (left && event->modifiers().testFlag(Qt::ControlModifier))) {
        m_drag = Drag::Zoom;
    } else if (left) {
        m_drag = Drag::Select;
        select(event->position());
    }
}

void MatrixView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_painter.picture().length() == 0)
        return;
    m_dragNow = event->position();
    const MatrixGeometry map = mapGeometry();
    switch (m_drag) {
    case Drag::Select:
        select(event->position());
        break;
    case Drag::Move: {
        const QPointF d = (m_dragNow - m_dragStart) / map.cell();
        setVisibleCells(moved(m_dragCells, map.length, -int(std::lround(d.y())), -int(std::lround(d.x()))));
        break;
    }
    case Drag::Zoom:
        update();
        break;
    case Drag::None:
        m_selection->setHoveredPair(map.cellAt(event->position()));
        break;
    }
}

void MatrixView::finishZoom()
{
    const MatrixGeometry map = mapGeometry();
    const ResiduePair p = map.nearestCell(m_dragStart);
    const ResiduePair q = map.nearestCell(m_dragNow);
    const int side = std::max(std::abs(p.i - q.i), std::abs(p.j - q.j)) + 1;
    QRect cells(std::min(p.j, q.j), std::min(p.i, q.i), std::max(side, std::min(8, map.length)), 0);
    cells.setHeight(cells.width());
    setVisibleCells(moved(cells, map.length, 0, 0));
}

void MatrixView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    unsetCursor();
    const bool far = (event->position() - m_dragStart).manhattanLength() >= QApplication::startDragDistance();
    if (drag == Drag::Zoom && far) {
        m_dragNow = event->position();
        finishZoom();
    } else if (drag == Drag::Zoom && event->button() == Qt::RightButton) {
        Q_EMIT customContextMenuRequested(event->position().toPoint());
    }
    update();
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int length = m_painter.picture().length();
    const QRect all(0, 0, length, length);
    if (event->button() != Qt::LeftButton || visibleCells() == all)
        return;
    setVisibleCells(all);
    // The first of the two clicks has selected at once: a click must not wait for a second one.
    m_selection->setPair(m_pairBefore);
    m_selection->setHoveredPair(mapGeometry().cellAt(event->position()));
}

void MatrixView::wheelEvent(QWheelEvent *event)
{
    const MatrixGeometry map = mapGeometry();
    if (map.length == 0 || event->angleDelta().y() == 0)
        return;
    const double factor = std::pow(1.2, event->angleDelta().y() / 120.0);
    setVisibleCells(zoomed(visibleCells(), map.length, factor, map.nearestCell(event->position())));
    event->accept();
}

void MatrixView::movePair(int di, int dj)
{
    const int last = m_painter.picture().length() - 1;
    const ResiduePair from = m_selection->pair().value_or(ResiduePair{last / 2, last / 2});
    m_selection->setPair(ResiduePair{std::clamp(from.i + di, 0, last), std::clamp(from.j + dj, 0, last)});
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const int length = m_painter.picture().length();
    if (length == 0)
        return QWidget::keyPressEvent(event);
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const ResiduePair centre{visibleCells().center().y(), visibleCells().center().x()};
    const ResiduePair anchor = m_selection->pair().value_or(centre);
    switch (event->key()) {
    case Qt::Key_Up:
        return movePair(-step, 0);
    case Qt::Key_Down:
        return movePair(step, 0);
    case Qt::Key_Left:
        return movePair(0, -step);
    case Qt::Key_Right:
        return movePair(0, step);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setVisibleCells(zoomed(visibleCells(), length, 1.25, anchor));
    case Qt::Key_Minus:
        return setVisibleCells(zoomed(visibleCells(), length, 0.8, anchor));
    case Qt::Key_0:
        return setVisibleCells(QRect(0, 0, length, length));
    default:
        QWidget::keyPressEvent(event);
    }
}

bool MatrixView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const FigureStyle style = FigureStyle::ofPalette(palette(), font());
    if (const auto residue = m_painter.stripAt(rect(), style, devicePixelRatioF(), help->pos()))
        QToolTip::showText(help->globalPos(), residueText(*residue), this);
    else
        QToolTip::hideText();
    return true;
}

void MatrixView::contextMenuEvent(QContextMenuEvent *event)
{
    // The right button may begin a zoom: its menu comes with the release. The keyboard's menu comes at once.
    if (event->reason() == QContextMenuEvent::Keyboard)
        Q_EMIT customContextMenuRequested(event->pos());
    event->accept();
}

void MatrixView::leaveEvent(QEvent *)
{
    if (m_drag == Drag::None)
        m_selection->setHoveredPair(std::nullopt);
}

void MatrixView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace WhiteBox
