// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figurepanel.h"
#include "widgets/mosaicpainter.h"

#include <vector>

namespace WhiteBox {

/// Mosaics side by side in one figure.
class MosaicRow : public FigurePanel
{
public:
    MosaicRow(QString name, QString title);

    void setPictures(const std::vector<MosaicPicture> &pictures);

    QString figureTitle() const override { return m_title; }
    QString figureFileName() const override { return m_name; }
    QSizeF figureSize() const override;
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;

private:
    QString m_name;
    QString m_title;
    std::vector<MosaicPainter> m_painters;
};

} // namespace WhiteBox
