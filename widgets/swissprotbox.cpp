// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/swissprotbox.h"

#include "core/pipeline/setup.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace WhiteBox {

namespace {

QString megabytes(qint64 bytes)
{
    return SwissProtBox::tr("%1 MB").arg(double(bytes) / 1e6, 0, 'f', 0);
}

} // namespace

SwissProtBox::SwissProtBox(const QString &packageFolder, QWidget *parent)
    : QGroupBox(tr("Swiss-Prot from the Debian package metastudent-data"), parent)
    , m_folder(packageFolder)
    , m_text(new QLabel(this))
    , m_install(new QWidget(this))
    , m_command(new QLineEdit(QStringLiteral("sudo apt-get install metastudent-data"), m_install))
    , m_build(new QPushButton(tr("&Build and choose"), this))
    , m_cancel(new QPushButton(tr("S&top building"), this))
    , m_progress(new QProgressBar(this))
{
    m_text->setObjectName(QStringLiteral("swissprot-text"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *copy = new QPushButton(tr("Co&py"), m_install);
    copy->setObjectName(QStringLiteral("swissprot-copy"));
    auto *again = new QPushButton(tr("Look a&gain"), m_install);
    again->setObjectName(QStringLiteral("swissprot-look"));
    m_build->setObjectName(QStringLiteral("swissprot-build"));
    m_cancel->setObjectName(QStringLiteral("swissprot-cancel"));
    for (QPushButton *each : {copy, again, m_build, m_cancel})
        each->setAutoDefault(false);
    auto *install = new QHBoxLayout(m_install);
    install->setContentsMargins(0, 0, 0, 0);
    install->addWidget(m_command, 1);
    install->addWidget(copy);
    install->addWidget(again);
    auto *row = new QHBoxLayout;
    row->addWidget(m_build);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_install);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_command->text()); });
    connect(again, &QPushButton::clicked, this, &SwissProtBox::look);
    connect(m_build, &QPushButton::clicked, this, &SwissProtBox::build);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_stop.request_stop(); });
    connect(&m_watcher, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { take(*m_watcher.result()); });
    look();
}

SwissProtBox::~SwissProtBox()
{
    m_stop.request_stop();
}

void SwissProtBox::look()
{
    const auto release = installedSwissProt(m_folder);
    m_release = release.isOk() ? release.value() : QString();
    m_install->setVisible(m_release.isEmpty());
    setBuilding(false);
    m_build->setVisible(!m_release.isEmpty());
    if (!m_release.isEmpty())
        m_text->setText(tr("The package is installed, with the entries of Swiss-Prot %1 that carry GO terms. "
                           "The database takes about %2.")
                            .arg(m_release, megabytes(kSwissProtFastaBytes)));
    else if (release.error().kind == ErrorKind::MissingTool)
        m_text->setText(tr("The package holds 516,371 entries of Swiss-Prot of January 2014: those "
                           "that carry GO terms. It is not installed: %1 to download, %2 unpacked. The "
                           "database built from it takes %3 more. Install it in a terminal:")
                            .arg(megabytes(kSwissProtDownloadBytes), megabytes(kSwissProtInstalledBytes),
                                 megabytes(kSwissProtFastaBytes)));
    else
        m_text->setText(release.error().text());
}

void SwissProtBox::setBuilding(bool building)
{
    m_build->setVisible(!building);
    m_progress->setVisible(building);
    m_cancel->setVisible(building);
}

void SwissProtBox::build()
{
    m_stop = StopSource();
    setBuilding(true);
    m_progress->setValue(0);
    m_text->setText(tr("Building Swiss-Prot %1…").arg(m_release));
    const QString destination = QFileInfo(exampleDatabasePath()).dir().filePath(swissProtFileName(m_release));
    m_watcher.setFuture(QtConcurrent::run(
        [destination, folder = m_folder, stop = m_stop.get_token()](QPromise<Outcome> &promise) {
            constexpr int kSteps = 1000;
            promise.setProgressRange(0, kSteps);
            const auto progress = [&](double fraction) { promise.setProgressValue(int(fraction * kSteps)); };
            promise.addResult(std::make_shared<const Result<SwissProtInfo>>(
                buildSwissProt(destination, folder, progress, stop)));
        }));
}

void SwissProtBox::take(const Result<SwissProtInfo> &outcome)
{
    setBuilding(false);
    if (!outcome.isOk()) {
        if (outcome.error().isCancelled())
            look();
        else
            m_text->setText(outcome.error().text());
        return;
    }
    const SwissProtInfo &info = outcome.value();
    const QLocale locale;
    m_text->setText(
        info.existed
            ? tr("Swiss-Prot %1 was built before. It is chosen above.").arg(info.release)
            : tr("Swiss-Prot %1 is built: %2 sequences, %3 residues. It is chosen above.")
                  .arg(info.release, locale.toString(info.sequences), locale.toString(info.residues)));
    Q_EMIT built(info.path);
}

} // namespace WhiteBox
