// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace WhiteBox {

/// Walks the way of a user through the window, without a person: drops the example's FASTA file on it, waits
/// for the result, clicks a long-range predicted contact and writes what is then seen. Ends the event loop
/// with the exit status.
class DemoRun : public QObject
{
    Q_OBJECT

public:
    DemoRun(MainWindow *window, Workbench *workbench, const QString &folder, QObject *parent = nullptr);

    void start();

private:
    void dropExample();
    void clickPair();
    void write();
    void fail(const QString &text);

    MainWindow *m_window;
    Workbench *m_workbench;
    QString m_folder;
    QTemporaryDir m_input;
    QElapsedTimer m_clock;
    bool m_clicked = false;
};

} // namespace WhiteBox
