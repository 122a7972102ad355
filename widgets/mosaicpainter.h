// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/gradientwindow.h"
#include "widgets/colorbar.h"
#include "widgets/pairselection.h"

#include <QImage>
#include <QRect>

#include <array>
#include <memory>
#include <vector>

namespace WhiteBox {

enum class MosaicScale { Global, PerRow, PerTile, Locked };
enum class ResidueOrder { Ccmpred, Alphabet, Hydrophobicity, Charge };

/// The 21 states in the order in which tiles stand.
std::array<int, kStates> statesInOrder(ResidueOrder order);

/// What a mosaic of 21×21 tiles shows: row a, column b, inside a tile Δi downwards and Δj to the right.
struct MosaicPicture
{
    std::shared_ptr<const GradientWindow> window; ///< null: nothing yet
    QString title;
    QString unit;
    QString highLabel;
    QString lowLabel;
    QString zeroMessage; ///< what an all-zero window means
    MosaicScale scale = MosaicScale::Global;
    double lockedLimit = 0; ///< for Locked
    QString scaleName;      ///< empty: as the scale is called
    ResidueOrder order = ResidueOrder::Ccmpred;
};

/// Lays out and paints a MosaicPicture as one raster; headers, frames and legend are vectors.
class MosaicPainter
{
public:
    struct Layout
    {
        QPointF origin;  ///< of the first tile
        double tile = 0; ///< side of a tile
        double gap = 0;
        double header = 0;
        int side = 0; ///< cells in a tile's side
        double extent() const { return kStates * tile + (kStates - 1) * gap; }
        QRectF tileRect(int row, int column) const;
        /// Row and column of the tile, then of the cell in it, or an empty optional in gaps and headers.
        std::optional<std::array<int, 4>> at(const QPointF &point) const;
        QRectF cellRect(int row, int column, int y, int x) const;
    };

    const MosaicPicture &picture() const { return m_picture; }
    void setPicture(MosaicPicture picture);

    /// ±limit of the tile (a, b); the same for all with the global and the locked scale.
    double limit(int a, int b) const { return m_limits[std::size_t(a) * kStates + std::size_t(b)]; }
    bool isAllZero() const { return m_allZero; }
    /// How the scale was chosen: "global scale".
    QString scaleText() const;
    /// The lines below the tiles: of the scale, and for what lies under the pointer.
    QRectF noteRect(const QRectF &rect, const Layout &layout) const;
    QRectF readoutRect(const QRectF &rect, const Layout &layout) const;
    /// What the numbers beside the colour bar count.
    QString barUnit() const;

    Layout layout(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    /// The smallest picture whose cells are one device pixel each.
    QSizeF leastSize(const FigureStyle &style, double devicePixelRatio) const;
    void paint(QPainter &painter, const QRectF &rect, const FigureStyle &style) const;
    /// Outlines of a cell in its tile, for the linked cursor.
    void paintCursor(QPainter &painter, const Layout &layout, const WindowCell &cell,
                     const FigureStyle &style) const;
    std::optional<WindowCell> cellAt(const Layout &layout, const QPointF &point) const;

private:
    void computeLimits();
    ColorBar bar() const;
    int side() const { return m_picture.window ? m_picture.window->side : 15; }
    /// What stands beside and above and below the tiles.
    QSizeF surroundings(const FigureStyle &style) const;
    QImage raster(int tile, int gap, const FigureStyle &style) const;
    void paintNote(QPainter &painter, const QRectF &foot, const QRectF &tiles,
                   const FigureStyle &style) const;
    void paintZeroMessage(QPainter &painter, const QRectF &target, const FigureStyle &style) const;
    void paintHeaders(QPainter &painter, const Layout &layout, const FigureStyle &style) const;

    MosaicPicture m_picture;
    std::array<int, kStates> m_states{};
    std::vector<double> m_limits = std::vector<double>(std::size_t(kStates) * kStates, 0.0);
    double m_clipped = 0;
    bool m_allZero = false;
};

} // namespace WhiteBox
