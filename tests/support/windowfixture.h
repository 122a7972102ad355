// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the whole window share: the home of a user who starts the program for the first time, and
// a window on an empty library.
#pragma once

#include "app/mainwindow.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace WhiteBox::Test {

class WindowFixture : public QObject
{
protected:
    /// Settings, data and a small network of made-up weights; the theme that WHITEBOX_THEME names. Once,
    /// before the first window.
    void makeHome();
    /// For init(): all of the below, where each warning but the offscreen platform's is a failure.
    void setUp();
    /// A new, empty one.
    void makeFolder();
    /// Shows a window on the library at libraryFolder(), in place of the one that was open.
    void openWindow();
    /// For cleanup().
    void closeWindow();

    QString libraryFolder() const { return m_folder->filePath(QStringLiteral("library")); }
    /// Writes a file into the folder. Its path, or nothing when that failed.
    QString write(const QString &name, const QByteArray &text) const;
    void drop(const QStringList &paths);

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace WhiteBox::Test
