// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;

namespace WhiteBox {

/// Version, licences and what to cite.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

private:
    QString programHtml() const;
    QString librariesHtml() const;
    QString citationsHtml() const;
    void addTab(QTabWidget *tabs, const QString &title, const QString &html);
};

} // namespace WhiteBox
