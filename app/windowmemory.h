// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace WhiteBox {

class MainWindow;
class Workbench;

/// Keeps between two starts how a person left the window: size and place, perspectives and their docks, how
/// results are looked at, the open result and its pair. In the user's settings; written at the end and a
/// second after what is looked at has changed, so that a program that was killed forgets little.
class WindowMemory : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. Nothing is read or written before restore().
    WindowMemory(MainWindow *window, Workbench *workbench, QObject *parent = nullptr);
    ~WindowMemory() override;

    /// Before the window is shown. What was kept by another version, or damaged, is passed over.
    void restore();
    /// Opens the result that was open last, on the pair that was selected, where it is still in the library
    /// or was one of a session; false: there is none.
    bool reopenResult();

private:
    void restoreSettings();
    bool reopenSession();
    void selectKeptPair();
    /// Nothing is being opened again any more.
    void giveUp();
    void saveResult() const;
    void saveSession() const;
    void save() const;
    void saveSettings() const;

    MainWindow *m_window;
    Workbench *m_workbench;
    QTimer m_delay;
    QString m_awaited; ///< job or session that is being opened again, until it or another one is there
    std::optional<ResiduePair> m_awaitedPair;
    bool m_active = false;
};

} // namespace WhiteBox
