// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arrayview.h"
#include "widgets/colorbar.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace WhiteBox {

/// What the image of a slice shows. Painting it needs no widget.
struct ArrayPicture
{
    QString title;
    ArrayView view;
    std::vector<float> values; ///< of the view, arranged(); empty: the message stands instead
    ColorBar bar;
    QString message;
};

/// One slice of an array: cells in rows and columns, or tiles of them. Labels stand where there is room.
class ArrayImage : public QWidget, public FigurePanel
{
    Q_OBJECT

public:
    /// Index of each axis of the view under a point.
    using Place = std::vector<qint64>;

    explicit ArrayImage(QWidget *parent = nullptr);

    const ArrayPicture &picture() const { return m_picture; }
    void setPicture(ArrayPicture picture);
    /// The linked cursor: the cell that is framed, and what is written below.
    void setCursor(std::optional<Place> place, const QString &readout);
    std::optional<Place> placeAt(const QPointF &point) const;
    /// Where the cell lies; nothing where its hidden indices are others.
    std::optional<QRectF> rectOf(const Place &place) const;
    /// NaN where the place is not shown.
    float valueAt(const Place &place) const;

    QString figureTitle() const override { return m_picture.title; }
    QString figureFileName() const override { return QStringLiteral("array"); }
    QSizeF figureSize() const override { return {640, 560}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;
    QSize sizeHint() const override { return {420, 400}; }
    QSize minimumSizeHint() const override { return {180, 160}; }

Q_SIGNALS:
    /// Nothing: the pointer left the cells.
    void hovered(const std::optional<std::vector<qint64>> &place);
    void clicked(const std::vector<qint64> &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Extent of each role, and where the cells lie.
    struct Layout
    {
        qint64 rows = 1;
        qint64 columns = 1;
        qint64 tileRows = 1;
        qint64 tileColumns = 1;
        QRectF target;
        double cellWidth = 0;
        double cellHeight = 0;
        double gap = 0; ///< between tiles
        QPointF corner(qint64 tileRow, qint64 tileColumn, qint64 row, qint64 column) const;
    };
    Layout layout(const QRectF &rect, const FigureStyle &style, double devicePixelRatio) const;
    void paintCells(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintLabels(QPainter &painter, const Layout &layout, const FigureStyle &style) const;
    void paintAxis(QPainter &painter, const Layout &layout, bool down) const;
    QString axesText() const;
    std::optional<std::array<qint64, kAxisRoles>> shownIndices(const Place &place) const;

    ArrayPicture m_picture;
    std::optional<Place> m_cursor;
    QString m_readout;
    QPixmap m_cache; ///< without cursor, in device pixels
};

} // namespace WhiteBox
