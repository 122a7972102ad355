// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explanationcontroller.h"
#include "widgets/studyrunner.h"

#include <QJsonValue>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace WhiteBox {

class FigurePanel;

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
    /// What the picture depends on beside the pair, for its recipe: a number or a text; null: nothing.
    virtual QJsonValue figureOption() const { return {}; }
    /// Of a recipe, null: as it begins. False where it is none of this panel's.
    virtual bool setFigureOption(const QJsonValue &option) { return option.isNull(); }
    bool isBusy() const { return m_runner.isBusy(); }
    /// Why what is asked now could not be computed, or not all of it.
    const std::optional<Error> &failure() const { return m_failure; }
    /// Whether the picture is whole and of the controller's current explanation.
    bool isSettled() const { return !isBusy() && !m_stale && !m_failure; }

protected:
    StudyPanel(ExplanationController *controller, QWidget *parent);

    /// What to compute of this explanation. Its parts are immutable; the work may not touch the panel, its
    /// delivery may.
    virtual StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) = 0;
    virtual void clear() = 0;
    /// What a work that failed delivers: an empty view that says why; nothing where it was cancelled.
    StudyRunner::Delivery failed(const Error &error);
    /// Of a delivery, in the GUI's thread: over the picture stands what is missing, and why.
    void tellFailure(const Error &error);
    /// Whether what is shown, or being computed, already answers for this explanation.
    virtual bool isCurrent(const Explanation &) const { return false; }
    /// Computes again, for a changed option.
    void refresh();
    /// An option that is one of a list's entries, by its place.
    static bool chooseEntry(QComboBox *list, const QJsonValue &option);
    /// A sentence below a picture, wrapped and a little smaller.
    QLabel *makeNote();
    /// One line of options above (none where option is null), the picture, a sentence below (or null).
    void stack(const QString &label, QWidget *option, QWidget *picture, QWidget *note);
    ExplanationController *controller() const { return m_controller; }
    /// Whether a computation runs whose result will be shown.
    bool isComputing() const { return m_runner.isWanted(); }
    /// What stands over a picture that is not yet this pair's.
    virtual QString busyText(ResiduePair pair) const;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Over what still shows an earlier pair.
    void showBusy();
    /// In the upper right corner, over the picture.
    void placeWord();

    ExplanationController *m_controller;
    StudyRunner m_runner;
    QTimer m_patience; ///< short work is not worth a word
    QLabel *m_busy;
    std::optional<Error> m_failure;
    bool m_stale = true;
};

} // namespace WhiteBox
