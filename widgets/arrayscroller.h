// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/arraystatistics.h"
#include "core/export/arrayview.h"
#include "core/store/jobresult.h"
#include "widgets/arraychoices.h"
#include "widgets/arrayimage.h"
#include "widgets/explanationcontroller.h"
#include "widgets/studyrunner.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace WhiteBox {

class AxisRow;
class StatisticsPanel;

/// Walks through any array: those of the job (couplings, distances, the explained window, the virtual
/// Jacobian) and those of NPY and HDF5 files. A role for each axis, a slider for each hidden one. Slices are
/// read aside, the newest request wins; a hidden scroller reads nothing. Hidden axes i, j follow the selected
/// pair and a, b, Δi, Δj the linked cursor, unless they are locked.
class ArrayScroller : public QWidget
{
    Q_OBJECT

public:
    /// Values that one picture may have.
    static constexpr double kMostValues = 16e6;

    ArrayScroller(PairSelection *selection, ExplanationController *controller, QWidget *parent = nullptr);
    ~ArrayScroller() override;

    void setResult(std::shared_ptr<const JobResult> result);
    /// Arrays of files: they stay whatever result is open. The first is shown.
    void addArrays(const std::vector<std::shared_ptr<const ArraySource>> &arrays);
    bool hasFiles() const { return !m_files.empty(); }

    bool isBusy() const { return m_runner.isBusy(); }
    QComboBox *arrays() const { return m_arrays; }
    const ArrayImage *image() const { return m_image; }
    ArrayImage *image() { return m_image; }
    StatisticsPanel *statistics() const { return m_numbers; }
    const std::vector<std::unique_ptr<AxisRow>> &axisRows() const { return m_rows; }
    QPushButton *resetButton() const { return m_reset; }
    /// With the array's name: "couplings[11, 39, :, :]", "table.h5:table[:, 0]"; counts from 0.
    QString sliceText() const;
    /// The same as Python takes it, of an array that is named so there: "table[:, 0]".
    QString numpyText() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeControls();
    void listArrays();
    /// The chosen array; its view is kept where the axes are the same ones.
    void choose();
    void makeRows();
    void refreshWindow();
    void follow();
    void setIndex(int axis, qint64 index);
    void applyView();
    void refresh();
    void showSlice(ArrayView view, std::vector<float> values, const ArrayStatistics &statistics,
                   double limit);
    void showMessage(const QString &message);
    void showColors();
    void setRange(double low, double high);
    void resetRange();
    void hover(const std::optional<std::vector<qint64>> &place);
    void select(const std::vector<qint64> &place);
    void showCursor();
    QString readoutOf(const std::vector<qint64> &place) const;

    PairSelection *m_selection;
    ExplanationController *m_controller;
    std::shared_ptr<const JobResult> m_result;
    std::vector<ArrayChoice> m_choices;
    std::vector<std::shared_ptr<const ArraySource>> m_files;
    std::shared_ptr<const ArraySource> m_source;
    ArrayView m_view;
    ArrayStatistics m_statistics;
    double m_limit = 0;                               ///< of the slice, robust
    std::optional<std::pair<double, double>> m_range; ///< of the colours, when chosen by hand
    std::optional<std::vector<qint64>> m_place;       ///< under the pointer
    bool m_stale = true;

    QComboBox *m_arrays;
    QLabel *m_shape = nullptr;
    QScrollArea *m_controls = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<std::unique_ptr<AxisRow>> m_rows;
    QPushButton *m_reset = nullptr;
    ArrayImage *m_image;
    QLineEdit *m_slice = nullptr;
    StatisticsPanel *m_numbers = nullptr;
    StudyRunner m_runner; ///< last: its work uses nothing of the widget
};

} // namespace WhiteBox
