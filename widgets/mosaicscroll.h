// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace WhiteBox {

class PairSelection;
class TileMosaic;

/// A mosaic as large as the room, but never so small that cells have less than a device pixel: then it is
/// scrolled, and follows the cursor of the other views.
class MosaicScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the mosaic.
    MosaicScroll(TileMosaic *mosaic, PairSelection *selection, QWidget *parent = nullptr);

private:
    void follow();

    TileMosaic *m_mosaic;
    PairSelection *m_selection;
};

} // namespace WhiteBox
