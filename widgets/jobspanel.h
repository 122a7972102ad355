// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobtablemodel.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace WhiteBox {

/// The job library with the chosen job's stage, live progress and Cancel.
class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPanel(JobTableModel *model, QWidget *parent = nullptr);

    void selectJob(const QString &id);
    QString selectedJob() const;
    QSize sizeHint() const override { return {230, 400}; }

Q_SIGNALS:
    void openRequested(const QString &id);
    void cancelRequested(const QString &id);
    void resumeRequested(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showDetails();

    JobTableModel *m_model;
    QTableView *m_table;
    QLabel *m_title;
    QLabel *m_stage;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_resume; ///< in the place of m_cancel where a job came to no end
    QPushButton *m_open;
};

} // namespace WhiteBox
