// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/loadednetwork.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace WhiteBox {

/// Somebody else's network: first the warning that it is a program, then what was found in it, and what its
/// file does not tell: names, unit and bins of its outputs, and the normalisation of its input. Accepted, it
/// has written the network's card. The file is read and tried aside.
class ForeignNetworkDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ForeignNetworkDialog(const QString &path, QWidget *parent = nullptr);
    ~ForeignNetworkDialog() override;

    QString path() const { return m_path; }
    /// Null until the network was tried.
    const ScriptFile *file() const { return m_file ? &*m_file : nullptr; }

    /// Tries the network, once the user trusts it.
    void trust();
    /// Writes the card and closes; stays open and says why where something is wrong.
    void accept() override;

Q_SIGNALS:
    /// The network was tried, or was refused.
    void tried();

private:
    QString warning() const;
    void makeForm(QFormLayout *form);
    void take(const Result<ScriptFile> &file);
    void describe(const ScriptFile &file);
    void showError(const Error &error);
    void growToFit();
    Result<OutputMeaning> meaning() const;
    QStringList channels() const;

    QString m_path;
    std::optional<ScriptFile> m_file;
    QLabel *m_text;
    QLabel *m_error;
    QWidget *m_questions;
    QLineEdit *m_channels;
    QComboBox *m_unit;
    QLineEdit *m_bins;
    QComboBox *m_values;
    QComboBox *m_normalisation;
    QPushButton *m_trust;
    QDialogButtonBox *m_buttons;
};

} // namespace WhiteBox
