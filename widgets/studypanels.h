// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the explained pair: studies that cost more than a glance.
#pragma once

#include "widgets/explanationcontroller.h"
#include "widgets/studyrunner.h"

#include <QWidget>

#include <array>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace WhiteBox {

class FigurePanel;
class PairHeatMap;
class PlotPanel;
class ScatterGrid;
class TileMosaic;

/// A view of the explained pair that is computed aside, and only while it is seen: a hidden tab costs
/// nothing.
class StudyPanel : public QWidget
{
    Q_OBJECT

public:
    /// The picture to export.
    virtual const FigurePanel *figure() const = 0;
    /// The widget that paints it, for a context menu.
    virtual QWidget *figureWidget() const = 0;
    bool isBusy() const { return m_runner.isBusy(); }

protected:
    StudyPanel(ExplanationController *controller, QWidget *parent);

    /// What to compute of this explanation. Its parts are immutable; the work may not touch the panel, its
    /// delivery may.
    virtual StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) = 0;
    virtual void clear() = 0;
    /// Computes again, for a changed option.
    void refresh();
    ExplanationController *controller() const { return m_controller; }
    void showEvent(QShowEvent *event) override;

private:
    ExplanationController *m_controller;
    StudyRunner m_runner;
    bool m_stale = true;
};

/// The predicted distance while the input moves along the explanation, beside its tangent.
class CurvePanel : public StudyPanel
{
    Q_OBJECT

public:
    explicit CurvePanel(ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    PlotPanel *plot() const { return m_plot; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    QDoubleSpinBox *m_span;
    PlotPanel *m_plot;
    QLabel *m_note;
};

/// The same pair with other inputs, side by side with the original: what would the network say, and why?
class WhatIfPanel : public StudyPanel
{
    Q_OBJECT

public:
    WhatIfPanel(PairSelection *selection, ViewSettings *settings, ExplanationController *controller,
                QWidget *parent = nullptr);
    /// The original, in the middle.
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    QComboBox *choice() const { return m_choice; }
    /// Left, original, right.
    const std::array<TileMosaic *, 3> &mosaics() const { return m_mosaics; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    ViewSettings *m_settings;
    QComboBox *m_choice;
    std::array<TileMosaic *, 3> m_mosaics;
};

/// Gradient against coevolution, point by point.
class ScatterPanel : public StudyPanel
{
    Q_OBJECT

public:
    ScatterPanel(PairSelection *selection, ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    ScatterGrid *grid() const { return m_grid; }
    QComboBox *pages() const { return m_pages; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    ScatterGrid *m_grid;
    QComboBox *m_pages;
};

/// Pearson's correlation of gradient and coevolution for each amino-acid pair.
class CorrelationPanel : public StudyPanel
{
    Q_OBJECT

public:
    CorrelationPanel(ViewSettings *settings, ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    PairHeatMap *map() const { return m_map; }

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    ViewSettings *m_settings;
    PairHeatMap *m_map;
};

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

/// How much the picture changes when the network's weights are randomised layer by layer (Adebayo et al.
/// 2018).
class RandomisationPanel : public StudyPanel
{
    Q_OBJECT

public:
    explicit RandomisationPanel(ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    PlotPanel *plot() const { return m_plot; }
    QString note() const;

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    QComboBox *m_measure;
    PlotPanel *m_plot;
    QLabel *m_note;
};

} // namespace WhiteBox
