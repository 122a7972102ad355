// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QLabel;

namespace WhiteBox {

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
    ViewSettings *m_settings;
    TileMosaic *m_mosaic;
    QLabel *m_note;
};

} // namespace WhiteBox
