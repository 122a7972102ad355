// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobfilter.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace WhiteBox {

/// The job library: a search, the jobs it finds, the chosen job's stage and live progress, and everything
/// that can be done with jobs, as buttons, keys and a menu.
class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit JobsPanel(JobTableModel *model, QWidget *parent = nullptr);

    /// Ends a search that does not find the job.
    void selectJob(const QString &id);
    /// The current one; empty: none.
    QString selectedJob() const;
    QStringList selectedJobs() const;
    /// What can be done with the selected jobs, in the menu's order. Their keys work while the table has the
    /// focus.
    QList<QAction *> jobActions() const;
    void focusSearch();
    /// What the whole library takes on the disk.
    void setLibrarySize(qint64 bytes);
    QSize sizeHint() const override { return {230, 400}; }

Q_SIGNALS:
    void openRequested(const QString &id);
    void cancelRequested(const QString &id);
    void resumeRequested(const QString &id);
    void againRequested(const QString &id);
    void deleteRequested(const QStringList &ids);
    void linksCopied(const QStringList &links);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using ForOne = void (JobsPanel::*)(const QString &id);

    void makeActions();
    QAction *addJobAction(const char *name, const QString &text, const QList<QKeySequence> &keys);
    void connectAll();
    void setSearch(const QString &text);
    void showDetails();
    void enableActions();
    void showRunning(const JobRecord &record);
    QString stageText(const JobRecord &record) const;
    QString emptyText() const;
    void copyLinks();
    /// Emits a signal for each selected job that fits.
    void ask(ForOne signal, bool (*fits)(const JobRecord &));

    JobTableModel *m_model;
    JobFilter *m_filter;
    QLineEdit *m_search;
    bool m_searches = false; ///< rows come and go by a search, not by what happens to jobs
    QLabel *m_found;         ///< how many of how many
    QTableView *m_table;
    QLabel *m_title;
    QLabel *m_stage;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_resume; ///< in the place of m_cancel where a job came to no end
    QPushButton *m_open;
    QLabel *m_size; ///< of the library
    QAction *m_openAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_resumeAction = nullptr;
    QAction *m_againAction = nullptr;
    QAction *m_linkAction = nullptr;
    QAction *m_renameAction = nullptr;
    QAction *m_deleteAction = nullptr;
};

} // namespace WhiteBox
