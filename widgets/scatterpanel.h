// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/studypanel.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace WhiteBox {

class ScatterGrid;

/// Gradient against coevolution, point by point: of the amino-acid pairs of a page, or of those typed as
/// "AR, DK"; what is typed wrongly is told below and leaves the picture.
class ScatterPanel : public StudyPanel
{
    Q_OBJECT

public:
    ScatterPanel(PairSelection *selection, ExplanationController *controller, QWidget *parent = nullptr);
    const FigurePanel *figure() const override;
    QWidget *figureWidget() const override;
    /// The pairs as typed; empty: all together.
    QJsonValue figureOption() const override;
    bool setFigureOption(const QJsonValue &option) override;
    ScatterGrid *grid() const { return m_grid; }
    QComboBox *pages() const { return m_pages; }
    QLineEdit *typed() const { return m_typed; }
    QString note() const;

protected:
    StudyRunner::Work work(std::shared_ptr<const Explanation> explanation) override;
    void clear() override;

private:
    QWidget *makeOptions();
    void showPage();
    void showTyped();
    void tell(const QString &text);

    ScatterGrid *m_grid;
    QComboBox *m_pages;
    QLineEdit *m_typed;
    QLabel *m_note;
};

} // namespace WhiteBox
