// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/columnstatistics.h"
#include "core/structure/structure.h"
#include "widgets/colorbar.h"
#include "widgets/figurepanel.h"
#include "widgets/matrixgeometry.h"
#include "widgets/matrixlayer.h"
#include "widgets/pairranking.h"

#include <QImage>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace WhiteBox {

/// Everything a distance map's picture shows. Painting it needs no widget.
struct MatrixPicture
{
    std::shared_ptr<const MatrixLayer> lower;  ///< i ≥ j
    std::shared_ptr<const MatrixLayer> upper;  ///< i < j
    std::string sequence;                      ///< L letters, or empty
    std::vector<SecondaryStructure> secondary; ///< L entries from the truth, or empty
    std::vector<ColumnStatistics> columns;     ///< L entries from the alignment, or empty
    QRect visible;                             ///< cells shown
    std::vector<TopPair> marks;                ///< pairs i > j, marked in the lower half
    QString marksNote;                         ///< what the marks say, such as "top L/5: 20 of 25 right"
    std::optional<ResiduePair> pair;           ///< selected
    int windowRadius = 7;                      ///< of the receptive field

    int length() const { return lower ? lower->length : 0; }
};

/// Lays out and paints a MatrixPicture: two halves, axes, sequence strips, colour bars, the selected pair
/// with its receptive field and its projection to the diagonal.
class MatrixPainter
{
public:
    explicit MatrixPainter(MatrixPicture picture);

    const MatrixPicture &picture() const { return m_picture; }
    MatrixPicture &picture() { return m_picture; }
    /// After lower or upper changed: the raster of the cells is made anew when next painted. O(L²).
    void rebuild();

    MatrixGeometry geometry(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    void paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    /// The residue whose strips (letter, structure, conservation, coverage) lie at a point, or nothing.
    std::optional<int> stripAt(const QRectF &rect, const FigureStyle &style, double devicePixelRatio,
                               const QPointF &point) const;

private:
    struct Layout
    {
        MatrixGeometry map;
        QRectF lowerBar;
        QRectF upperBar;    ///< null where both halves share a scale
        double letters = 0; ///< width of the strip of letters
        double strip = 0;   ///< width of the strip of secondary structure
        double columns = 0; ///< width of the strips of conservation and coverage
    };
    Layout layout(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    const QImage &cells(bool dark) const;
    void paintCells(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintAxes(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintStrips(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintColumns(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintMarks(QPainter &painter, const Layout &layout) const;
    void paintSelection(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintTitles(QPainter &painter, const QRectF &rect, const Layout &layout,
                     const FigureStyle &style) const;

    MatrixPicture m_picture;
    mutable std::array<QImage, 2> m_cells; ///< on a light and on a dark background, painted when first needed
    std::vector<QRect> m_unknown;          ///< blocks of cells without a value, x = column
    ColorBar m_lowerBar; ///< of the two layers: whether they clip takes a look at each value
    ColorBar m_upperBar;
};

} // namespace WhiteBox
