// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/jobresult.h"
#include "widgets/figurerecipe.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

class QProgressDialog;

namespace WhiteBox {

/// Help ▸ The 2018 talk: asks where to, and lets whitebox-figures make the PDF beside the window, which tells
/// how far it is and can stop it.
class TalkMaker : public QObject
{
    Q_OBJECT

public:
    explicit TalkMaker(QWidget *window);
    ~TalkMaker() override;

    /// Of the talk's own protein and pair, or the example.
    void makeForTalk(const QString &path);
    /// Of an open result and what is selected in it.
    void makeFor(std::shared_ptr<const JobResult> result, const FigureRecipe &recipe, const QString &path);
    bool isRunning() const { return m_process != nullptr; }
    void cancel();

Q_SIGNALS:
    void finished(const QString &path);
    void failed(const WhiteBox::Error &error);

private:
    /// Tells, too.
    bool refuseWhileBusy();
    void start(const QStringList &arguments, const QString &path);
    void readProgress();
    void conclude(int status);
    Error errorOf(const QByteArray &output) const;

    QWidget *m_window;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QProgressDialog> m_dialog;
    std::shared_ptr<QTemporaryDir> m_folder; ///< of the open result as a file, while it is read
    bool m_isPreparing = false;
    QString m_path;
    bool m_isCancelled = false;
};

} // namespace WhiteBox
