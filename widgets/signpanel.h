// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QLabel;

namespace WhiteBox {

class SnugBox;
class TileMosaic;

/// The gradient weighted by the sign of the coevolution, with the shares of + and −.
class SignPanel : public StudyPanel
{
    Q_OBJECT

public:
    SignPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
              QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QString note() const;

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    /// That the mosaic fills at a width.
    double mosaicHeight(int width) const;

    PairSelection *m_selection;
    ViewSettings *m_settings;
    TileMosaic *m_mosaic;
    QLabel *m_note;
    SnugBox *m_box;
};

} // namespace WhiteBox
