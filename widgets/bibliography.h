// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace WhiteBox {

/// One entry of the program's citations.
struct Citation
{
    QString key;
    QHash<QString, QString> fields; ///< "author" -> "Adebayo, J. and …"; lower-case names

    /// "Adebayo, J. and … (2018): Sanity checks … Advances in …" as HTML, with its link.
    QString html() const;
};

/// The entries of a BibTeX text that writes each field on a line of its own, as ours does.
QList<Citation> parseCitations(const QString &bibtex);
/// What White Box asks to be cited with: the resource citations.bib.
QString citationsBibtex();

} // namespace WhiteBox
