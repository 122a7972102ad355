// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/preferencesdialog.h"

#include "core/base/fulldisk.h"
#include "core/pipeline/setup.h"
#include "core/store/jobstore.h"
#include "core/store/storesize.h"
#include "core/tools/sequencedatabase.h"
#include "widgets/checkedpath.h"
#include "widgets/jobpreferences.h"
#include "widgets/storagebox.h"
#include "widgets/swissprotbox.h"
#include "widgets/workbench.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QThread>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace WhiteBox {

namespace {

QLabel *addText(QVBoxLayout *page, const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    page->addWidget(label);
    return label;
}

/// A heading, which names the widget below it.
void addTitle(QVBoxLayout *page, const QString &text, QWidget *buddy)
{
    if (page->count() > 0)
        page->addSpacing(10);
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setBuddy(buddy);
    page->addWidget(label);
}

/// The default's database is none that is missing: the example builds it.
SetupItem databaseCheck(const QString &path)
{
    SetupItem item = databaseItem(path);
    if (!path.isEmpty() || item.ok)
        return item;
    item.error = Error();
    item.error.what = PreferencesDialog::tr("None yet");
    item.error.remedy =
        PreferencesDialog::tr("The example builds a small one; or name a FASTA file, or build "
                              "Swiss-Prot below.");
    return item;
}

/// Counts a whole database, which may take minutes.
QString databaseDetail(const QString &path, const StopToken &stop)
{
    const auto count = countDatabase(path, stop);
    if (!count.isOk())
        return {};
    const QFileInfo file(path);
    const QLocale locale;
    return PreferencesDialog::tr("Proteins, FASTA, not compressed: %1 sequences, %2 residues, %3, of %4")
        .arg(locale.toString(count.value().sequences), locale.toString(count.value().residues),
             sizeText(double(file.size())),
             locale.toString(file.lastModified().date(), QLocale::ShortFormat));
}

/// What a folder holds and what is free beside it; empty when the folder is not there.
QString folderText(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return PreferencesDialog::tr("Not made yet.");
    return PreferencesDialog::tr("%1 used, %2 free on this disk")
        .arg(sizeText(double(folderSize(folder))), sizeText(double(freeOnDisk(folder))));
}

} // namespace

PreferencesDialog::PreferencesDialog(Workbench *workbench, QWidget *parent, const QString &swissProtFolder)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_before(workbench->preferences())
    , m_pages(new QTabWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_message(new QLabel(this))
{
    setWindowTitle(tr("Preferences"));
    m_pages->setObjectName(QStringLiteral("pages"));
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    makeTools();
    makeDatabase(swissProtFolder);
    makeComputation();
    makeStorage();
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_message, 1);
    foot->addWidget(m_buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
    resize(700, 500);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    for (CheckedPath *each : {m_jackhmmer, m_ccmpred, m_database, m_network}) {
        each->startCheck();
        connect(each, &CheckedPath::checked, this, [this] {
            if (m_accepting)
                accept();
        });
    }
    connect(m_ccmpred, &CheckedPath::checked, this, &PreferencesDialog::showComputation);
    connect(m_engine, &QComboBox::currentIndexChanged, this, &PreferencesDialog::showComputation);
    connect(m_threads, &QSpinBox::valueChanged, this, &PreferencesDialog::showComputation);
    showComputation();
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::setPage(Page page)
{
    m_pages->setCurrentIndex(int(page));
}

QVBoxLayout *PreferencesDialog::addPage(const QString &title)
{
    auto *page = new QWidget(m_pages);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(14, 14, 14, 14);
    m_pages->addTab(page, title);
    return layout;
}

void PreferencesDialog::makeTools()
{
    QVBoxLayout *page = addPage(tr("&Tools"));
    m_jackhmmer = new CheckedPath(QStringLiteral("jackhmmer"), tr("The program jackhmmer"), jackhmmerItem);
    m_jackhmmer->setPlaceholder(tr("jackhmmer, as found in PATH"));
    m_jackhmmer->setPath(m_before.jackhmmer);
    m_ccmpred = new CheckedPath(QStringLiteral("ccmpred"), tr("The program ccmpred"), ccmpredItem);
    m_ccmpred->setPlaceholder(tr("ccmpred, as found in PATH"));
    m_ccmpred->setPath(m_before.ccmpred);
    addTitle(page, tr("&jackhmmer: searches homologs of a sequence"), m_jackhmmer);
    page->addWidget(m_jackhmmer);
    addTitle(page, tr("&ccmpred: another couplings engine, not needed"), m_ccmpred);
    page->addWidget(m_ccmpred);
    page->addStretch();
}

void PreferencesDialog::makeDatabase(const QString &swissProtFolder)
{
    QVBoxLayout *page = addPage(tr("&Database"));
    m_database =
        new CheckedPath(QStringLiteral("database"), tr("FASTA file to search homologs in"), databaseCheck);
    m_database->setPlaceholder(tr("the example's small database"));
    m_database->setPath(m_before.database);
    m_database->setDetail(databaseDetail);
    addTitle(page, tr("&FASTA file of proteins that homologs are searched in"), m_database);
    page->addWidget(m_database);
    page->addSpacing(10);
    auto *swissProt = new SwissProtBox(swissProtFolder);
    page->addWidget(swissProt);
    connect(swissProt, &SwissProtBox::built, m_database, &CheckedPath::setPath);
    page->addStretch();
}

void PreferencesDialog::makeComputation()
{
    QVBoxLayout *page = addPage(tr("C&omputation"));
    m_engine = new QComboBox;
    m_engine->setObjectName(QStringLiteral("engine"));
    m_engine->addItem(tr("Built in (ccmpred's answer, faster)"), int(CouplingsEngine::BuiltIn));
    m_engine->addItem(tr("An installed ccmpred"), int(CouplingsEngine::Ccmpred));
    m_engine->setCurrentIndex(m_engine->findData(int(m_before.engine)));
    addTitle(page, tr("Couplings &engine"), m_engine);
    page->addWidget(m_engine, 0, Qt::AlignLeft);
    m_engineCheck = addText(page, {});
    m_engineCheck->setObjectName(QStringLiteral("engine-check"));

    m_network = new CheckedPath(QStringLiteral("network"), tr("Network of later jobs"), modelItem);
    m_network->setPlaceholder(tr("the network that comes with White Box"));
    m_network->setFilter(tr("Networks (*.safetensors *.pt *.pth *.ts);;All files (*)"));
    m_network->setPath(m_before.model);
    addTitle(page, tr("&Network"), m_network);
    page->addWidget(m_network);

    m_threads = new QSpinBox;
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setRange(0, std::max(1, QThread::idealThreadCount()));
    m_threads->setSpecialValueText(tr("all processors"));
    m_threads->setValue(m_before.threads);
    addTitle(page, tr("Threads of a &job"), m_threads);
    page->addWidget(m_threads, 0, Qt::AlignLeft);
    m_threadsCheck = addText(page, {});
    page->addStretch();
}

void PreferencesDialog::makeStorage()
{
    QVBoxLayout *page = addPage(tr("&Storage"));
    const QString databases = QFileInfo(exampleDatabasePath()).absolutePath();
    const auto addFolder = [&](const QString &title, const QString &folder, bool isLibrary) {
        auto *open = new QPushButton(tr("Open folder"));
        open->setAutoDefault(false);
        open->setEnabled(QFileInfo(folder).isDir());
        connect(open, &QPushButton::clicked, this,
                [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
        addTitle(page, title, open);
        addText(page, folder)->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QLabel *check = isLibrary ? addText(page, tr("Checking…")) : nullptr;
        QLabel *size = addText(page, tr("Measuring…"));
        page->addWidget(open, 0, Qt::AlignLeft);
        if (check)
            QtConcurrent::run(storeItem).then(check, [check](SetupItem item) {
                item.path.clear(); // it stands above
                check->setText(checkText(item, check->palette()));
            });
        QtConcurrent::run(folderText, folder).then(size, [size](const QString &text) {
            size->setText(text);
        });
    };
    addFolder(tr("Job library"), JobStore::defaultFolder(), true);
    m_storage = new StorageBox(m_workbench);
    addTitle(page, tr("&Keep the couplings of jobs"), m_storage);
    page->addWidget(m_storage);
    addFolder(tr("Databases built by White Box"), databases, false);
    page->addSpacing(10);
    addText(page, tr("To keep them elsewhere, set WHITEBOX_HOME to another folder before White Box starts."));
    page->addStretch();
}

JobParameters PreferencesDialog::chosen() const
{
    JobParameters chosen = m_before;
    chosen.jackhmmer = m_jackhmmer->path();
    chosen.ccmpred = m_ccmpred->path();
    chosen.database = m_database->path();
    chosen.model = m_network->path();
    chosen.engine = CouplingsEngine(m_engine->currentData().toInt());
    chosen.threads = m_threads->value();
    return chosen;
}

QList<CheckedPath *> PreferencesDialog::changed() const
{
    const JobParameters now = chosen();
    QList<CheckedPath *> changed;
    const auto add = [&](CheckedPath *each, const QString &before) {
        if (each->path() != before && !each->path().isEmpty())
            changed << each;
    };
    add(m_jackhmmer, m_before.jackhmmer);
    const bool ccmpredNow = now.engine == CouplingsEngine::Ccmpred && m_before.engine != now.engine;
    if (ccmpredNow)
        changed << m_ccmpred;
    else
        add(m_ccmpred, m_before.ccmpred);
    add(m_database, m_before.database);
    add(m_network, m_before.model);
    return changed;
}

void PreferencesDialog::showComputation()
{
    SetupItem item = engineItem();
    const bool isBuiltIn = CouplingsEngine(m_engine->currentData().toInt()) == CouplingsEngine::BuiltIn;
    if (!isBuiltIn) {
        item.path.clear();
        item.ok = !m_ccmpred->isChecking() && m_ccmpred->isGood();
        item.version = tr("as set under Tools");
        item.error.what = m_ccmpred->isChecking() ? tr("Still being checked") : tr("ccmpred was not found");
        item.error.remedy = m_ccmpred->isChecking() ? QString() : tr("Set its path under Tools.");
    }
    m_engineCheck->setText(checkText(item, palette()));
    SetupItem threads;
    threads.ok = true;
    threads.version = tr("Search, couplings and prediction of later jobs; this computer has %n processors.",
                         nullptr, m_threads->maximum());
    m_threadsCheck->setText(checkText(threads, palette()));
}

void PreferencesDialog::accept()
{
    const QList<CheckedPath *> fields = changed();
    m_accepting = std::any_of(fields.begin(), fields.end(), [](auto *each) { return each->isChecking(); });
    m_message->setText(m_accepting ? tr("Checking…") : QString());
    if (m_accepting)
        return; // goes on when that has ended
    for (CheckedPath *each : fields)
        if (!each->isGood()) {
            m_pages->setCurrentWidget(each->parentWidget());
            each->setFocus();
            m_message->setText(tr("This cannot be used. Mend it, or clear the line for the default."));
            return;
        }
    saveRetention(m_storage->retention());
    m_workbench->setPreferences(chosen());
    QDialog::accept();
}

} // namespace WhiteBox
