// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/jobrequest.h"
#include "core/tools/swissprot.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QSpinBox;
class QTabWidget;
class QVBoxLayout;

namespace WhiteBox {

class CheckedPath;
class StorageBox;
class Workbench;

/// What later jobs are computed with, each choice with a check beside it. Kept on OK, and only when what was
/// changed is in order; what was wrong before does not hinder.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page { Tools, Database, Computation, Storage };

    explicit PreferencesDialog(Workbench *workbench, QWidget *parent = nullptr,
                               const QString &swissProtFolder = QLatin1String(kSwissProtPackageFolder));
    ~PreferencesDialog() override;

    void setPage(Page page);

public Q_SLOTS:
    void accept() override;

private:
    QVBoxLayout *addPage(const QString &title);
    void makeTools();
    void makeDatabase(const QString &swissProtFolder);
    void makeComputation();
    void makeStorage();
    JobParameters chosen() const;
    /// What was changed and has to be in order.
    QList<CheckedPath *> changed() const;
    void showComputation();

    Workbench *m_workbench;
    JobParameters m_before;
    QTabWidget *m_pages;
    QDialogButtonBox *m_buttons;
    QLabel *m_message;
    CheckedPath *m_jackhmmer = nullptr;
    CheckedPath *m_ccmpred = nullptr;
    CheckedPath *m_database = nullptr;
    CheckedPath *m_network = nullptr;
    StorageBox *m_storage = nullptr;
    QComboBox *m_engine = nullptr;
    QLabel *m_engineCheck = nullptr;
    QSpinBox *m_threads = nullptr;
    QLabel *m_threadsCheck = nullptr;
    bool m_accepting = false; ///< OK was pressed while something was still checked
};

} // namespace WhiteBox
