// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMainWindow>
#include <QObject>

#include <array>
#include <span>

namespace WhiteBox {

/// Where a dock stands: alone in an area, or in relation to a dock that was placed before it.
struct DockPlace
{
    enum class How { Area, RightOf, Below, Behind };
    const char *dock; ///< object name
    How how;
    Qt::DockWidgetArea area = Qt::NoDockWidgetArea;
    const char *neighbour = nullptr;
    int width = 0; ///< asked for, pixels; 0: whatever is left
    int height = 0;
};

/// Which docks a task needs, and where they stand. Of each perspective what was moved or closed by hand
/// comes back when it is chosen again; reset() forgets it. Docks are known by their object names.
class Perspectives : public QObject
{
    Q_OBJECT

public:
    enum class Kind {
        Overview, ///< the map and what is known of the pair
        Explain,  ///< the mosaics below, the studies beside
        Array,    ///< the array scroller beside the map
        Jobs,     ///< the library
    };
    static constexpr int kKinds = 4;

    /// window: has all its docks already.
    explicit Perspectives(QMainWindow *window);

    Kind current() const { return m_current; }
    void choose(Kind kind);
    /// The current perspective as a new user meets it.
    void reset();
    /// Before there is a result only the jobs are shown: the other docks would be empty frames.
    void setBare(bool bare);

    /// What restore() takes: the current perspective and what was moved by hand in each.
    QByteArray save();
    /// Passes over what another version or another program wrote.
    void restore(const QByteArray &saved);

    static QString name(Kind kind);

Q_SIGNALS:
    void changed();

private:
    void keep();
    void show();
    void arrange();
    /// Docks without a place stand hidden at the right: the View menu shows them there.
    void parkOthers(std::span<const DockPlace> places);
    void resize(std::span<const DockPlace> places);
    QDockWidget *dock(const char *name) const;

    QMainWindow *m_window;
    Kind m_current = Kind::Explain;
    bool m_bare = true;
    std::array<QByteArray, kKinds> m_kept; ///< QMainWindow::saveState(), or empty
};

} // namespace WhiteBox
