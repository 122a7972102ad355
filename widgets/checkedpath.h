// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/pipeline/setup.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace WhiteBox {

/// A check's outcome as one line of rich text: ✓ or ✗, and what was found or why not.
QString checkText(const SetupItem &item, const QPalette &palette);

/// A line for a path, a button that browses, and below what a check says of it. Checks run aside; the newest
/// path's is told.
class CheckedPath : public QWidget
{
    Q_OBJECT

public:
    using Check = std::function<SetupItem(const QString &path)>;
    /// What takes longer to tell of a path that is in order; empty when stopped.
    using Detail = std::function<QString(const QString &path, const StopToken &stop)>;

    /// title: of the dialog that browses. Children are named after the object: "name-edit", "name-check".
    CheckedPath(const QString &name, const QString &title, Check check, QWidget *parent = nullptr);
    ~CheckedPath() override;

    void setDetail(Detail detail) { m_detail = std::move(detail); }
    void setPlaceholder(const QString &text);
    void setFilter(const QString &filter) { m_filter = filter; }
    QString path() const;
    void setPath(const QString &path);
    bool isChecking() const { return m_checking; }
    /// The check's outcome; only while not isChecking().
    bool isGood() const { return m_item.ok; }
    void startCheck();
    QWidget *edit() const;

Q_SIGNALS:
    void checked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void browse();
    void take(const SetupItem &item);
    void startDetail(const SetupItem &item);
    void showItem();

    Check m_check;
    Detail m_detail;
    QString m_title;
    QString m_filter;
    QLineEdit *m_edit;
    QLabel *m_text;
    QTimer m_delay;
    StopSource m_stop;
    SetupItem m_item;
    int m_number = 0; ///< of the newest check; older ones are not told
    bool m_checking = false;
};

} // namespace WhiteBox
