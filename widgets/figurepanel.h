// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QString>

class QImage;
class QPainter;

namespace WhiteBox {

/// Colours and font a figure is drawn with: those of the window on the screen, dark on white in an export.
struct FigureStyle
{
    QColor background;
    QColor text;
    QColor muted;  ///< axes, ticks, secondary text; at least 4.5:1 on the background
    QColor accent; ///< the selected pair
    QColor hover;  ///< the linked cursor
    QFont font;
    bool dark = false;

    static FigureStyle ofPalette(const QPalette &palette, const QFont &font);
    /// What exports use.
    static FigureStyle print();
    /// The font at a share of its size.
    QFont scaledFont(double share, bool bold = false) const;
};

/// A picture that can be painted anywhere: by its widget, into a file, onto a page. One code path for all.
class FigurePanel
{
public:
    virtual ~FigurePanel() = default;

    /// One line above the picture: what is shown, of what.
    virtual QString figureTitle() const = 0;
    /// Short name for a file, without blanks.
    virtual QString figureFileName() const = 0;
    /// A good size in points of 1/96 inch.
    virtual QSizeF figureSize() const = 0;
    /// Paints background to legend into rect, vector axes and text, cells as a nearest-neighbour image.
    virtual void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const = 0;

protected:
    FigurePanel() = default;
    FigurePanel(const FigurePanel &) = default;
    FigurePanel &operator=(const FigurePanel &) = default;
};

/// The diagonal hatch of cells without a value. lighter: for what lies outside the protein.
void fillHatched(QPainter &painter, const QRectF &rect, bool lighter, const FigureStyle &style);

/// Draws an image of cells so that each cell becomes an equal rectangle with sharp edges, whatever the
/// device.
void drawCells(QPainter &painter, const QRectF &target, const QImage &cells, const QRectF &source);

/// Device pixels of a length of one painter unit.
double deviceScale(const QPainter &painter);
/// Whether what is painted is kept as lines, letters and images, not as pixels.
bool isVectorDevice(const QPainter &painter);

/// The cells as an image of this size in which each has its equal share: a pixel between cells mixes them by
/// the part it has of each.
QImage sharedOut(const QImage &cells, const QSize &size);

/// What a view shows where the linked cursor stands: one line of text over what is there, elided to the rect.
void paintReadout(QPainter &painter, const QRectF &rect, const QString &text, const FigureStyle &style);

/// Distance between ticks so that at most maxTicks stand on a range: 1, 2 or 5 times a power of ten.
double niceStep(double range, int maxTicks);

} // namespace WhiteBox
