// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mosaicscroll.h"

#include "widgets/tilemosaic.h"

#include <QScrollBar>

namespace WhiteBox {

MosaicScroll::MosaicScroll(TileMosaic *mosaic, PairSelection *selection, QWidget *parent)
    : QScrollArea(parent)
    , m_mosaic(mosaic)
    , m_selection(selection)
{
    mosaic->setWholeCells(true);
    setWidget(mosaic);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    connect(selection, &PairSelection::hoveredCellChanged, this, &MosaicScroll::follow);
    // The line that reads out the cursor's value stays where it is seen.
    for (const QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, mosaic, qOverload<>(&QWidget::update));
}

void MosaicScroll::follow()
{
    const auto cell = m_mosaic->currentRect();
    if (!cell)
        return;
    // Without margins: what is under the pointer must not run away from it.
    for (const QPoint corner : {cell->center().toPoint() - QPoint(1, 1), cell->center().toPoint()})
        ensureVisible(corner.x(), corner.y(), 0, 0);
}

} // namespace WhiteBox
