// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/matrixpainter.h"
#include "widgets/pairselection.h"
#include "widgets/readablegrid.h"

#include <QWidget>

namespace WhiteBox {

/// The distance map. A click or a drag selects the pair under the pointer, the wheel zooms, the middle button
/// or Alt+drag moves the map, the right button or Ctrl+drag zooms into a rectangle, a double click shows all
/// again and leaves the pair as it was. Arrows move the pair by 1, with Shift by 10; + − 0 zoom.
class MatrixView : public QWidget, public FigurePanel, public ReadableGrid
{
    Q_OBJECT

public:
    explicit MatrixView(PairSelection *selection, QWidget *parent = nullptr);

    /// The query's letters and, from the truth, its secondary structure (empty: none).
    void setProtein(const QString &name, const std::string &sequence,
                    std::vector<SecondaryStructure> secondary);
    /// Conservation and coverage of each residue, beside the map (empty: none).
    void setColumns(std::vector<ColumnStatistics> columns);
    /// "Val40: strand; conservation 0.83, coverage 95 %".
    QString residueText(int i) const;
    /// Both of the same length; null: no map.
    void setLayers(std::shared_ptr<const MatrixLayer> lower, std::shared_ptr<const MatrixLayer> upper);
    void setWindowRadius(int radius);
    /// Pairs marked in the lower half, and what to say of them below the map.
    void setMarks(std::vector<TopPair> marks, const QString &note);

    QRect visibleCells() const { return m_painter.picture().visible; }
    void setVisibleCells(const QRect &cells);
    /// Where the cells lie in the widget now.
    MatrixGeometry mapGeometry() const;
    /// "L12–V40  predicted 6.3 Å  true 5.8 Å".
    QString readout(ResiduePair pair) const;

    QString figureTitle() const override;
    QString figureFileName() const override;
    QSizeF figureSize() const override;
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    int gridRows() const override { return m_painter.picture().length(); }
    int gridColumns() const override { return gridRows(); }
    QString gridText(GridCell cell) const override;
    QString gridRowName(int row) const override;
    QString gridColumnName(int column) const override { return gridRowName(column); }
    std::optional<GridCell> gridCurrent() const override;
    QRectF gridRect(GridCell cell) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Select, Move, Zoom };

    void select(const QPointF &point);
    void movePair(int di, int dj);
    void finishZoom();
    void paintHover(QPainter &painter) const;
    void describe();

    PairSelection *m_selection;
    MatrixPainter m_painter;
    QString m_name;
    Drag m_drag = Drag::None;
    QPointF m_dragStart;
    QPointF m_dragNow;
    QRect m_dragCells;                       ///< visible when the drag began
    std::optional<ResiduePair> m_pairBefore; ///< selected when the button was last pressed
};

} // namespace WhiteBox
