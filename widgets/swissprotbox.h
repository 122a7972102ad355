// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/tools/swissprot.h"

#include <QFutureWatcher>
#include <QGroupBox>

#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace WhiteBox {

/// Builds Swiss-Prot from an installed Debian package, aside, or tells how to install that. Never installs
/// anything itself.
class SwissProtBox : public QGroupBox
{
    Q_OBJECT

public:
    /// packageFolder: where the package puts its data.
    explicit SwissProtBox(const QString &packageFolder, QWidget *parent = nullptr);
    /// Gives up what is being built; nothing of it is left.
    ~SwissProtBox() override;

Q_SIGNALS:
    /// The database is there.
    void built(const QString &path);

private:
    using Outcome = std::shared_ptr<const Result<SwissProtInfo>>;

    /// Looks again whether the package is there.
    void look();
    void build();
    void take(const Result<SwissProtInfo> &outcome);
    void setBuilding(bool building);

    QString m_folder;
    QString m_release; ///< of the installed package, or empty
    QLabel *m_text;
    QWidget *m_install;
    QLineEdit *m_command;
    QPushButton *m_build;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QFutureWatcher<Outcome> m_watcher;
    StopSource m_stop;
};

} // namespace WhiteBox
