<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AdvancedPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Advanced settings</source>
            <translation>高级设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Back to the results (Escape)</source>
            <translation>返回结果 (Esc)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Default</source>
            <translation>默认值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Every parameter as the model preset has it</source>
            <translation>所有参数恢复为模型预设的值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Find a parameter</source>
            <translation>查找参数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Parameter</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Reset all</source>
            <translation>全部重置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Why</source>
            <translation>说明</translation>
        </message>
    </context>
    <context>
        <name>AnswersPages</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>A number is no class, so there is no confusion matrix.</source>
            <translation>数值不是类别，因此没有混淆矩阵。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>A sound may be of several classes here, so there is no confusion matrix. Click a class to hear the clips that were missed or falsely taken for it.</source>
            <translation>这里一个声音可以属于多个类别，因此没有混淆矩阵。点击某个类别，可试听漏判或误判为该类别的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Answers</source>
            <translation>答案</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Classes and groups</source>
            <translation>类别与组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Confusion matrix</source>
            <translation>混淆矩阵</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Errors</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Estimates</source>
            <translation>估计值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>In %</source>
            <translation>以 % 显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Per class</source>
            <translation>各类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Per group</source>
            <translation>按组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Reliability</source>
            <translation>可靠性</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Show the share of each true class in place of the counts</source>
            <translation>显示占各真实类别的比例，而不是数量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>Thresholds</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>above the line too high</source>
            <translation>在线以上：分数偏高</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>click to listen</source>
            <translation>点击试听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>on the line the scores are right</source>
            <translation>在线上：分数正确</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>on the line they are right</source>
            <translation>落在线上即为准确</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/answers_pages.py" />
            <source>the worst first</source>
            <translation>最差的在前</translation>
        </message>
    </context>
    <context>
        <name>BandFields</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/band_fields.py" />
            <source>Highest frequency</source>
            <translation>最高频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/band_fields.py" />
            <source>Lowest frequency</source>
            <translation>最低频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/band_fields.py" />
            <source>high</source>
            <translation>上限</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/band_fields.py" />
            <source>low</source>
            <translation>下限</translation>
        </message>
    </context>
    <context>
        <name>ChecksPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Before training</source>
            <translation>训练前检查</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Check now</source>
            <translation>立即检查</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>No clips to check yet.</source>
            <translation>还没有可检查的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Read every clip and look for faults</source>
            <translation>读取每个片段并查找问题</translation>
        </message>
    </context>
    <context>
        <name>ClassField</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_field.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_field.py" />
            <source>Classes that the text may mean</source>
            <translation>文字可能指的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_field.py" />
            <source>Label text</source>
            <translation>标签文字</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_field.py" />
            <source>New class “{name}”</source>
            <translation>新类别“{name}”</translation>
        </message>
    </context>
    <context>
        <name>ClassFinder</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_finder.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_finder.py" />
            <source>New class “{name}”</source>
            <translation>新类别“{name}”</translation>
        </message>
    </context>
    <context>
        <name>ClassLists</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Add classes from a list</source>
            <translation>从列表添加类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Add classes from a list…</source>
            <translation>从列表添加类别…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Export the classes</source>
            <translation>导出类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Export the classes…</source>
            <translation>导出类别…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Lists (*.txt *.csv *.tsv);;All files (*)</source>
            <translation>列表 (*.txt *.csv *.tsv);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Sort by name</source>
            <translation>按名称排序</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>ClassModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Key</source>
            <translation>按键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>{name}: click to close or open</source>
            <translation>{name}：单击可收起或展开</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>{name}: double-click to rename, drag to reorder, right-click for more</source>
            <translation>{name}：双击重命名，拖动排序，右键查看更多操作</translation>
        </message>
    </context>
    <context>
        <name>ClassPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>+ New class</source>
            <translation>+ 新建类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Add a class</source>
            <translation>添加一个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Add it beside other classes, or take it away</source>
            <translation>在其他类别之外添加，或移除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>After labelling a clip, show the next one without a label</source>
            <translation>标注一个片段后，显示下一个未标注的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>CLASSES</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Delete class</source>
            <translation>删除类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Label with “{name}”</source>
            <translation>标注为“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Merge into</source>
            <translation>合并到</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Name of the new class</source>
            <translation>新类别的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>No classes yet. Add one, then press its key to label.</source>
            <translation>还没有类别。请先添加一个，再按对应的按键进行标注。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Other…</source>
            <translation>其他…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Play it</source>
            <translation>自动播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Play the next clip at once</source>
            <translation>立即播放下一个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Sort the classes, add those of a list, or export them</source>
            <translation>对类别排序、从列表添加类别或导出类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Then the next</source>
            <translation>转到下一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>There is a class called {name} already</source>
            <translation>已有名为“{name}”的类别</translation>
        </message>
    </context>
    <context>
        <name>ClassTable</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Figures per class</source>
            <translation>各类别的指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Shown after the first run.</source>
            <translation>首次训练后在此显示。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Windows</source>
            <translation>时间窗</translation>
        </message>
    </context>
    <context>
        <name>ClassTableModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Average precision: of the precisions at each clip of the class, by falling score</source>
            <translation>平均精度：按得分从高到低，在该类别的每个片段处的精确率的平均值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Avg. prec.</source>
            <translation>平均精度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Clips</source>
            <translation>样本数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Clips of the class that were not recognised as such; click to hear them</source>
            <translation>未被识别出该类别的片段；点击可试听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Clips that were taken for the class, too; click to hear them</source>
            <translation>被误判为也属于该类别的片段；点击可试听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>False</source>
            <translation>误判</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>How many clips of the class were judged</source>
            <translation>该类别参与评估的片段数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Missed</source>
            <translation>漏判</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Of the clips of this class, how many were recognised</source>
            <translation>召回率：该类别的片段中，有多少被正确识别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Prec.</source>
            <translation>精确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Precision: of the answers “this class”, how many were right</source>
            <translation>精确率：判为该类别的结果中，有多少是正确的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>The harmonic mean of precision and recall</source>
            <translation>精确率与召回率的调和平均</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>The score from which the class is answered</source>
            <translation>判为该类别所需的最低得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
    </context>
    <context>
        <name>ClassifyPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>A table of every window, or a file of labels for each sound file</source>
            <translation>每个窗口一行的表格，或每个声音文件一个标签文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Choose files…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Choose sound files, then where the results go</source>
            <translation>先选择声音文件，再选择结果的存放位置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Classify files</source>
            <translation>对文件分类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Classify files with</source>
            <translation>用以下模型分类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Distance of two windows</source>
            <translation>窗口间隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Folder of the label files</source>
            <translation>标签文件的文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>How far apart the windows are that the model hears one after the other</source>
            <translation>模型先后听取的两个窗口相隔多久</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Table (.csv)</source>
            <translation>表格 (.csv)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>What to classify with</source>
            <translation>用什么模型分类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>as</source>
            <translation>存为</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>every</source>
            <translation>间隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>half a window</source>
            <translation>半个窗口</translation>
        </message>
    </context>
    <context>
        <name>ClipEditor</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Choose one in the list at the left.</source>
            <translation>请在左侧列表中选择一个片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Choose the folder in which the missing sounds are now</source>
            <translation>选择丢失的声音文件现在所在的文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Drop recordings here, or Import…</source>
            <translation>将录音拖放到这里，或使用“导入…”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Editor</source>
            <translation>编辑器</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Find…</source>
            <translation>查找…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>No clip is selected</source>
            <translation>未选择片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Sound files, folders with one class each, and tables are understood.</source>
            <translation>支持声音文件、每类一个的文件夹以及表格。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>This file cannot be read</source>
            <translation>无法读取此文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>This sound is missing</source>
            <translation>此声音文件已丢失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>no class yet</source>
            <translation>尚无类别</translation>
        </message>
    </context>
    <context>
        <name>ClipFacts</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>CLIP</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Channels</source>
            <translation>声道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Clip</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Group</source>
            <translation>录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Number</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Peak</source>
            <translation>峰值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Rate</source>
            <translation>采样率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Speaker, site or recording: clips of one group are never split over training and test</source>
            <translation>说话人、地点或录音：同一录音组的片段不会同时分入训练集和测试集</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>no problem found</source>
            <translation>未发现问题</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>reaches full scale</source>
            <translation>达到满量程</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>very quiet</source>
            <translation>声音很小</translation>
        </message>
    </context>
    <context>
        <name>ClipGrid</name>
        <message>
            <location filename="../../audioclf_gui/gui/review/grid.py" />
            <source>Clips to judge</source>
            <translation>待审核的片段</translation>
        </message>
    </context>
    <context>
        <name>ClipPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>CLIPS</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Filter the clips</source>
            <translation>筛选片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Filter: name, class:dog, is:unlabelled</source>
            <translation>筛选：名称、class:dog、is:unlabelled</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Labelled clips</source>
            <translation>已标注的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Labels have changed: filter and sort again (Enter)</source>
            <translation>标签已更改：重新筛选和排序 (回车)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>No clip matches the filter.</source>
            <translation>没有符合筛选条件的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>No clips yet. Drop recordings or folders here, or Import…</source>
            <translation>还没有片段。将录音或文件夹拖放到这里，或使用“导入…”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Words, class:dog, is:unlabelled, is:suggested, is:wrong, is:unsure, note:far, group:site3, len:&gt;10; a leading - turns a term round</source>
            <translation>文字、class:dog、is:unlabelled、is:suggested、is:wrong、is:unsure、note:far、group:site3、len:&gt;10；前面加 - 表示取反</translation>
        </message>
    </context>
    <context>
        <name>ClipTableModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Group: {name}</source>
            <translation>录音组：{name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Labels: {names}</source>
            <translation>标签：{names}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Model: {name} {score}</source>
            <translation>模型：{name} {score}</translation>
        </message>
    </context>
    <context>
        <name>ColumnChoice</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_columns.py" />
            <source>All measurements</source>
            <translation>全部测量值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_columns.py" />
            <source>Usual columns</source>
            <translation>常用列</translation>
        </message>
    </context>
    <context>
        <name>ColumnsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Read with these columns; tables with the same ones will be, too</source>
            <translation>按这些列读取；以后列相同的表格也照此读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Times are seconds unless a name says otherwise, as in “t0 (ms)”.</source>
            <translation>时间以秒计，除非列名另有说明，如“t0 (ms)”。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>as its name tells</source>
            <translation>按列名判断</translation>
        </message>
    </context>
    <context>
        <name>ConfusionMatrix</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>Confusion matrix</source>
            <translation>混淆矩阵</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>Which classes were taken for which is shown after the first run.</source>
            <translation>首次训练后，这里显示哪些类别被认作了哪些类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>the model's answer</source>
            <translation>模型判断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>true class</source>
            <translation>真实类别</translation>
        </message>
    </context>
    <context>
        <name>ControlBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Input</source>
            <translation>输入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Level</source>
            <translation>电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Listening</source>
            <translation>监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Start listening</source>
            <translation>开始监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Start or stop listening</source>
            <translation>开始或停止监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Stop listening</source>
            <translation>停止监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Threshold, smoothing and other settings</source>
            <translation>阈值、平滑及其他设置</translation>
        </message>
    </context>
    <context>
        <name>CountsField</name>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>for test</source>
            <translation>用于测试</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>for training</source>
            <translation>用于训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>for validation</source>
            <translation>用于验证</translation>
        </message>
    </context>
    <context>
        <name>CurvePanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>Drawn here while a model is being trained.</source>
            <translation>训练模型时在此绘制曲线。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>This kind of model learns in one go: there are no epochs to draw.</source>
            <translation>这类模型一次学完：没有可绘制的轮次。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>best</source>
            <translation>最佳</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>validation</source>
            <translation>验证</translation>
        </message>
    </context>
    <context>
        <name>DrawTools</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/draw_tools.py" />
            <source>Tools</source>
            <translation>工具</translation>
        </message>
    </context>
    <context>
        <name>Evaluator</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/evaluator.py" />
            <source>Measure which model?</source>
            <translation>评估哪个模型？</translation>
        </message>
    </context>
    <context>
        <name>EventModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>from {start} to {end}, {length}</source>
            <translation>{start} 至 {end}，{length}</translation>
        </message>
    </context>
    <context>
        <name>EventPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Clear the list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Events and refused decisions</source>
            <translation>事件与未采纳的判断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Events only</source>
            <translation>仅事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Export events</source>
            <translation>导出事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Export events…</source>
            <translation>导出事件…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Hide what was refused</source>
            <translation>隐藏未采纳的判断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Write the events as a label file; refused decisions stay out</source>
            <translation>将事件写成标签文件；不含未采纳的判断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>events</source>
            <translation>事件</translation>
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>All clips</source>
            <translation>所有片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Choose a folder and write one file for each clip</source>
            <translation>选择文件夹，为每个片段写一个文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Export labels</source>
            <translation>导出标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Export labels as</source>
            <translation>导出标签，格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>The clip that is shown</source>
            <translation>当前显示的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>The program that shall read the labels</source>
            <translation>将要读取这些标签的程序</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Which clips' labels are written</source>
            <translation>导出哪些片段的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>of</source>
            <translation>范围</translation>
        </message>
    </context>
    <context>
        <name>FetchRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>%s are there. Fetch goes on from there.</source>
            <translation>已有 %s。“获取”会从那里继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>A known data set, or the address of an archive: https://…</source>
            <translation>已知的数据集，或归档文件的地址：https://…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>Data set or https://…</source>
            <translation>数据集或 https://…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>Fetch</source>
            <translation>获取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>Fetch it into the project's folder</source>
            <translation>将其获取到项目文件夹中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>Fetching</source>
            <translation>正在获取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>From the web</source>
            <translation>来自网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>What came stays; Fetch goes on from there</source>
            <translation>已获取的部分会保留；“获取”会从那里继续</translation>
        </message>
    </context>
    <context>
        <name>FiguresRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>Best epoch</source>
            <translation>最佳轮次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>Reading, training and measuring</source>
            <translation>读取、训练与评估的总用时</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>The epoch whose weights were kept</source>
            <translation>保留其权重的那一轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>Time</source>
            <translation>用时</translation>
        </message>
    </context>
    <context>
        <name>FindSoundsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Added before and after each sound</source>
            <translation>在每段声音前后各添加的时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Air around</source>
            <translation>前后余量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>All windows are as long as this; what is left at the end gets none</source>
            <translation>所有窗口都这么长；末尾剩余的部分不再分窗</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Band</source>
            <translation>频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Changes are heard through any steady hum</source>
            <translation>即使有持续的嗡嗡声也能察觉变化</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Ctrl+Return does so, too; Return alone only takes what was typed</source>
            <translation>Ctrl+Return 也可以；单按 Return 只接受输入的内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>From start to start</source>
            <translation>起点间隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Highest frequency</source>
            <translation>最高频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Label as</source>
            <translation>标注为</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Label every sound of the clip, or of all clips that are selected; one undo takes all back</source>
            <translation>标注该片段或所有选中片段中的每个声音；一次撤销即可全部取消</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Learnt from half a minute of the clip at a time, a fifth of which has to be quiet</source>
            <translation>每次根据片段的半分钟估计，其中须有五分之一是安静的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Length</source>
            <translation>长度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Less than the length makes windows overlap</source>
            <translation>小于窗口长度时各窗口会重叠</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Louder than</source>
            <translation>高于</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Lowest frequency</source>
            <translation>最低频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Measured by</source>
            <translation>依据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Own settings</source>
            <translation>自定义设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Quiet for less than this belongs to the sound</source>
            <translation>短于此值的安静仍算作声音的一部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Shorter sounds are left out</source>
            <translation>忽略更短的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Silence of at least</source>
            <translation>静音至少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Sounds of at least</source>
            <translation>声音至少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>What is louder than this is sound</source>
            <translation>高于此电平即视为声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>What the labels are called</source>
            <translation>标签所用的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>no class yet</source>
            <translation>尚无类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>over the noise around</source>
            <translation>高于周围噪声</translation>
        </message>
    </context>
    <context>
        <name>FindingRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Make one class of them; can be undone</source>
            <translation>合并为一个类别；可以撤销</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Merge: {message}</source>
            <translation>合并：{message}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Show the clips: {message}</source>
            <translation>显示片段：{message}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Show these clips in Review</source>
            <translation>在“审核”中显示这些片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>show</source>
            <translation>显示</translation>
        </message>
    </context>
    <context>
        <name>FoundPreview</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/found_preview.py" />
            <source>Looking…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/found_preview.py" />
            <source>This clip cannot be read</source>
            <translation>无法读取此片段</translation>
        </message>
    </context>
    <context>
        <name>GoalChooser</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>A number: {quantity}</source>
            <translation>数值：{quantity}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>Its unit</source>
            <translation>其单位</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>Learn</source>
            <translation>学习目标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>Name of the number</source>
            <translation>数值的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>One class for each sound</source>
            <translation>每个声音一个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>Several classes for each sound</source>
            <translation>每个声音多个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>What suits the data</source>
            <translation>根据数据自动选择</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>no unit</source>
            <translation>无单位</translation>
        </message>
    </context>
    <context>
        <name>GroupPicker</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>Close the list (Escape)</source>
            <translation>关闭列表 (Esc)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>Find a group</source>
            <translation>查找录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>Groups</source>
            <translation>录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>Groups of the test set</source>
            <translation>测试集的录音组</translation>
        </message>
    </context>
    <context>
        <name>GroupTable</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_table.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_table.py" />
            <source>Clips that have groups, such as speakers or sites, are compared here by these after a run.</source>
            <translation>带有组（如说话人或地点）的片段，运行后在此按组比较。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_table.py" />
            <source>Figures per group</source>
            <translation>各组的指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_table.py" />
            <source>Group</source>
            <translation>组</translation>
        </message>
    </context>
    <context>
        <name>HealthStrip</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/health_strip.py" />
            <source>The input is fine.</source>
            <translation>输入正常。</translation>
        </message>
    </context>
    <context>
        <name>HistoryModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <source>Before the first edit</source>
            <translation>第一次编辑之前</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>Close the history (Esc)</source>
            <translation>关闭历史记录 (Esc)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>Edits, the newest first</source>
            <translation>编辑记录，最新的在前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>Go back to here</source>
            <translation>退回到此处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>Go forward to here</source>
            <translation>前进到此处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>History</source>
            <translation>历史记录</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>It was undone, and others were made after that: no way leads back there.</source>
            <translation>此编辑撤销后又有了其他编辑，因此无法再回到这里。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>The project is at this moment.</source>
            <translation>项目当前处于此时刻。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>This project may only be read here: nothing can be undone or made again.</source>
            <translation>此项目在这里为只读：不能撤销或重做。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>Undo or redo until this edit is the last that stands (Return)</source>
            <translation>撤销或重做，直到此编辑成为最后一个有效编辑 (回车)</translation>
        </message>
    </context>
    <context>
        <name>ImportForm</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>A regular expression with the groups label, group and fold</source>
            <translation>包含命名组 label、group 和 fold 的正则表达式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>A table of two columns: a code, and the name that classes get for it</source>
            <translation>两列的表格：代码，以及类别相应的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>A table with chosen columns</source>
            <translation>表格，自选列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Choose a table of codes and names</source>
            <translation>选择代码与名称的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Classes come from</source>
            <translation>类别来源</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Codes and names</source>
            <translation>代码与名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Codes of classes stand for</source>
            <translation>类别代码表示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of a number to estimate</source>
            <translation>待估计数值所在列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the class</source>
            <translation>类别所在列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the file</source>
            <translation>文件名所在列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the fold</source>
            <translation>折所在列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the recording group</source>
            <translation>录音组所在列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Copy the files into the project</source>
            <translation>将文件复制到项目中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>File names, by a regular expression</source>
            <translation>文件名，按正则表达式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>File names, part by part</source>
            <translation>文件名，逐部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Its groups label, group and fold name the class, the recording and the fold.</source>
            <translation>命名组 label、group 和 fold 分别表示类别、录音组和折。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Names of codes</source>
            <translation>代码的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Nowhere: label them here</source>
            <translation>没有：在这里标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>One column for each class: %s</source>
            <translation>每个类别一列：%s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Otherwise they stay where they are; the project finds them again by their content</source>
            <translation>否则文件留在原处；项目可按内容重新找到它们</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Pattern</source>
            <translation>模式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Tables (*.csv *.tsv *.txt)</source>
            <translation>表格 (*.csv *.tsv *.txt)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Where the class of each file is written</source>
            <translation>每个文件的类别记录在哪里</translation>
        </message>
    </context>
    <context>
        <name>ImportPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>%v of %m</source>
            <translation>%v / %m</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Back to the workspace; an import goes on</source>
            <translation>返回工作区；导入会继续进行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Looking…</source>
            <translation>正在查看…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Or drop them anywhere on the window.</source>
            <translation>也可以拖放到窗口的任意位置。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Stop here and keep what is in already</source>
            <translation>到此停止，保留已导入的内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Take these clips into the project</source>
            <translation>将这些片段导入项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>What to import</source>
            <translation>导入内容</translation>
        </message>
    </context>
    <context>
        <name>ImportSources</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>A folder with everything below it</source>
            <translation>一个文件夹及其下的全部内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Archives go into the project</source>
            <translation>归档文件解压到项目中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Archives go into {folder}</source>
            <translation>归档文件解压到 {folder}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Choose files…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Choose folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Choose the folder in which archives are unpacked</source>
            <translation>选择解压归档文件的文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Elsewhere…</source>
            <translation>其他位置…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Import a folder</source>
            <translation>导入文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Import files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Leave it packed</source>
            <translation>保持打包</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Sound files, label files, a table or archives</source>
            <translation>声音文件、标注文件、表格或归档文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Unpack archives in</source>
            <translation>归档文件解压到</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Unpacking</source>
            <translation>正在解压</translation>
        </message>
    </context>
    <context>
        <name>InlineQuestion</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/inline_question.py" />
            <source>Leave it (Esc)</source>
            <translation>不做更改（Esc）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/inline_question.py" />
            <source>The same key again does it, too</source>
            <translation>再按一次同一按键也可确认</translation>
        </message>
    </context>
    <context>
        <name>InputChooser</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>A file…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>At full speed</source>
            <translation>全速</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Hear the file as it sounds, or as fast as possible</source>
            <translation>按实际速度播放文件，或尽快处理完</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>In real time</source>
            <translation>实时</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Input</source>
            <translation>输入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Listen to a file</source>
            <translation>监听文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Look for microphones that were plugged in</source>
            <translation>查找新接入的麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>No microphone</source>
            <translation>没有麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Pace</source>
            <translation>速度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Sound files ({suffixes});;All files (*)</source>
            <translation>声音文件 ({suffixes});;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>What to listen to</source>
            <translation>监听的声音来源</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Back to the workspace (Esc, F1)</source>
            <translation>返回工作区（Esc、F1）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Click a key, then press another one. Delete takes it away.</source>
            <translation>点击一个按键，再按新的按键。按 Delete 可取消该按键。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Forget my changes</source>
            <translation>放弃我的更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Give every command the key of the preset</source>
            <translation>让每个命令使用预设的按键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Keys as in</source>
            <translation>按键仿照</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Keys of another program</source>
            <translation>其他程序的按键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Keys that you know from another program; your changes stay</source>
            <translation>您熟悉的其他程序的按键；您的更改会保留</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Nothing is called so, and nothing has such a key.</source>
            <translation>没有此名称的命令，也没有命令使用此按键。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Search commands and keys</source>
            <translation>搜索命令和按键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>This cannot be changed</source>
            <translation>此项不能更改</translation>
        </message>
    </context>
    <context>
        <name>LabelEdits</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>New class “{name}”</source>
            <translation>新类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>The red line stands beyond the other edge of the label</source>
            <translation>红线位于标签另一边缘之外</translation>
        </message>
    </context>
    <context>
        <name>LabelFilesBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>As in the file</source>
            <translation>以文件为准</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>As they are here</source>
            <translation>以此处为准</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Both</source>
            <translation>两者都保留</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Clip</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Here</source>
            <translation>此处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>In the file</source>
            <translation>文件中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Keep the label and add that of the file</source>
            <translation>保留此处的标签，并添加文件中的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Labels that both sides changed</source>
            <translation>两边都更改过的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Of the selected ones, or of all</source>
            <translation>用于选中的标签；未选中时用于全部</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>What was guessed</source>
            <translation>程序的推测</translation>
        </message>
    </context>
    <context>
        <name>LabelPane</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_pane.py" />
            <source>no class yet</source>
            <translation>尚无类别</translation>
        </message>
    </context>
    <context>
        <name>LabelPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Certainty</source>
            <translation>确定程度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>End</source>
            <translation>结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Highest (Hz)</source>
            <translation>最高频率 (Hz)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>It would end before it starts</source>
            <translation>结束会早于开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Lowest (Hz)</source>
            <translation>最低频率 (Hz)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Seconds or minutes: 62.5 or 1:02.5</source>
            <translation>秒或分钟：62.5 或 1:02.5</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Shift+Return begins another line</source>
            <translation>Shift+回车换行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>The lowest would be above the highest</source>
            <translation>最低频率会高于最高频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>Track</source>
            <translation>轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>labelled by a model</source>
            <translation>由模型标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>labelled by hand</source>
            <translation>手动标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>no class yet</source>
            <translation>尚无类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>several notes</source>
            <translation>多条备注</translation>
        </message>
    </context>
    <context>
        <name>LabelTableHands</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Copy rows</source>
            <translation>复制行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Go to the label</source>
            <translation>转到标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Play</source>
            <translation>播放</translation>
        </message>
    </context>
    <context>
        <name>LabelTableModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>A label of the whole clip</source>
            <translation>整个片段的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>{name}: click to sort, right-click to choose columns</source>
            <translation>{name}：单击排序，右键单击选择列</translation>
        </message>
    </context>
    <context>
        <name>LabelTablePane</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>All clips</source>
            <translation>所有片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Choose columns</source>
            <translation>选择列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Export these labels as a table</source>
            <translation>将这些标签导出为表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Filter the labels</source>
            <translation>筛选标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Filter: word, class:dog, note:far, is:unsure, len:&gt;10</source>
            <translation>筛选：文字、class:dog、note:far、is:unsure、len:&gt;10</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Labels have changed: filter and sort again (Enter)</source>
            <translation>标签已更改：重新筛选和排序（回车）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>List the labels of all clips of the project</source>
            <translation>列出项目中所有片段的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>List the labels of the clip in the editor</source>
            <translation>列出编辑器中片段的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>No label matches the filter.</source>
            <translation>没有符合筛选条件的标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>No labels yet. Select a stretch and press a digit, or Ctrl+B.</source>
            <translation>还没有标签。选中一段并按数字键，或按 Ctrl+B。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>This clip</source>
            <translation>此片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Words, class:dog, track:, note:, clip:, group:, is:unsure, is:unnamed, is:whole, is:moment, is:box, len:&gt;10, start:, end:, low:&lt;500, high:, score:, source:model, and the names of further columns; a leading - turns a term round</source>
            <translation>文字、class:dog、track:、note:、clip:、group:、is:unsure、is:unnamed、is:whole、is:moment、is:box、len:&gt;10、start:、end:、low:&lt;500、high:、score:、source:model，以及其他列的名称；前面加 - 表示取反</translation>
        </message>
    </context>
    <context>
        <name>LabelTableView</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_view.py" />
            <source>Labels</source>
            <translation>标签</translation>
        </message>
    </context>
    <context>
        <name>LabelTiers</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>Locked: its labels are not changed, and not chosen together with others</source>
            <translation>已锁定：其标注不会被修改，也不会与其他标注一起被选中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>Models do not learn from it</source>
            <translation>模型不从中学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>adjoining intervals</source>
            <translation>相接区间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>free regions</source>
            <translation>自由区段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>moments</source>
            <translation>时刻点</translation>
        </message>
    </context>
    <context>
        <name>Labelling</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>Every clip in the list is labelled</source>
            <translation>列表中的片段均已标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>Removed from the project; the files stay where they are</source>
            <translation>已从项目中移除；文件仍留在原处</translation>
        </message>
    </context>
    <context>
        <name>LabelsPage</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Are some wrong?</source>
            <translation>有标错的吗？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Compare a folder of recordings with the labelled sounds: level, clipping, bands</source>
            <translation>把一个录音文件夹与已标注的声音比较：电平、削波、频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Compare a random split with one by group: speakers, sites, recordings</source>
            <translation>比较随机划分与按组划分（说话人、地点、录音）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Comparing… how far it is stands in the status bar.</source>
            <translation>正在比较……进度见状态栏。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Do new recordings differ?</source>
            <translation>新录音不同吗？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Does a random split flatter?</source>
            <translation>随机划分会虚高吗？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Each answer is learnt from the labels that are there; no model is kept.</source>
            <translation>每个回答都从现有标注学得；不保留模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Folder of recordings</source>
            <translation>录音文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Judge every label by models that have not learnt from it</source>
            <translation>用未学过该标注的模型评判每个标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Learn from few, more and all of the labels, and draw how the figure grows</source>
            <translation>分别从少量、更多和全部标注学习，画出指标如何增长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Learning… how far it is stands in the status bar.</source>
            <translation>正在学习……进度见状态栏。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Learnt by</source>
            <translation>学习方式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Quick: seconds</source>
            <translation>快速：数秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>What learns</source>
            <translation>用什么学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>What learns for an answer: something quick, or what a run was trained with</source>
            <translation>用什么来学习以作回答：快速的模型，或某次训练所用的设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Would more help?</source>
            <translation>更多标注有用吗？</translation>
        </message>
    </context>
    <context>
        <name>LearningCurvePlot</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/learning_curve_plot.py" />
            <source>figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/learning_curve_plot.py" />
            <source>labels learnt from</source>
            <translation>学习用的标注数</translation>
        </message>
    </context>
    <context>
        <name>LevelMeter</name>
        <message>
            <location filename="../../audioclf_gui/gui/level_meter.py" />
            <source>Level in dBFS: 0 is the loudest that can be recorded</source>
            <translation>电平 (dBFS)：0 是可录制的最大电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/level_meter.py" />
            <source>Level {level}</source>
            <translation>电平 {level}</translation>
        </message>
    </context>
    <context>
        <name>LevelRange</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/level_range.py" />
            <source>From the quiet quarter of the picture to its loudest thousandth</source>
            <translation>从图中较安静的四分之一处到最响的千分之一处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/level_range.py" />
            <source>Level of the first colour</source>
            <translation>起始颜色的电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/level_range.py" />
            <source>Level of the last colour</source>
            <translation>终止颜色的电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/level_range.py" />
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/level_range.py" />
            <source>from</source>
            <translation>从</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/level_range.py" />
            <source>to</source>
            <translation>至</translation>
        </message>
    </context>
    <context>
        <name>ListenerBox</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/listener_box.py" />
            <source>A network in an ONNX or TensorFlow Lite file, or the bundle.json of a model of yours</source>
            <translation>ONNX 或 TensorFlow Lite 文件中的网络，或您自己的模型的 bundle.json</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/listener_box.py" />
            <source>Choose a model file</source>
            <translation>选择模型文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/listener_box.py" />
            <source>Listener</source>
            <translation>听音模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/listener_box.py" />
            <source>Model file…</source>
            <translation>模型文件…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/listener_box.py" />
            <source>Networks (*.onnx *.tflite bundle.json)</source>
            <translation>网络 (*.onnx *.tflite bundle.json)</translation>
        </message>
    </context>
    <context>
        <name>LiveWorkspace</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Listening…</source>
            <translation>正在监听…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Loading the model…</source>
            <translation>正在载入模型…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Loading…</source>
            <translation>正在载入…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>No microphone: connect one and read the list anew, or listen to a file.</source>
            <translation>没有麦克风：请连接后刷新列表，或改为监听文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Not listening</source>
            <translation>未在监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Not listening.</source>
            <translation>未在监听。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>There is nothing to keep yet: nothing was heard.</source>
            <translation>还没有可保留的内容：尚未听到声音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{name} has gone. Connect it again, read the list anew, then start again.</source>
            <translation>{name} 已断开。请重新连接、刷新列表，然后再开始。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{name} is not connected: plug it in and read the list anew, or choose another.</source>
            <translation>{name} 未连接：请接入后刷新列表，或选择其他设备。</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Closing…</source>
            <translation>正在关闭…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Record</source>
            <translation>录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>audioclf-gui {version}: label sounds, train a classifier, listen with it.</source>
            <translation>audioclf-gui {version}：标注声音，训练分类器，并用它实时监听。</translation>
        </message>
    </context>
    <context>
        <name>MeasuredLine</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>Select a stretch or a label to measure it</source>
            <translation>选中一段声音或一个标签即可测量</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Close this message</source>
            <translation>关闭此消息</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Copy the traceback and the versions</source>
            <translation>复制错误堆栈和版本信息</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Show the traceback</source>
            <translation>显示错误堆栈</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>This is a bug in the program: {error}</source>
            <translation>程序出现错误：{error}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Your labels are saved. Copy the details and report them, please.</source>
            <translation>您的标签已保存。请复制详情并报告此问题。</translation>
        </message>
    </context>
    <context>
        <name>MixtureExample</name>
        <message>
            <location filename="../../audioclf_gui/gui/mixture_example.py" />
            <source>Listen to one</source>
            <translation>试听一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixture_example.py" />
            <source>Make only one of the mixtures, show and play it; then the next</source>
            <translation>只生成一个混合，显示并播放；再按则生成下一个</translation>
        </message>
    </context>
    <context>
        <name>MixturePicture</name>
        <message>
            <location filename="../../audioclf_gui/gui/mixture_picture.py" />
            <source>Click to play from there</source>
            <translation>单击从此处播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixture_picture.py" />
            <source>Example of a mixture</source>
            <translation>混合示例</translation>
        </message>
    </context>
    <context>
        <name>MixturesForm</name>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Background</source>
            <translation>背景</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Before each event, where they follow each other</source>
            <translation>依次出现时，每个事件之前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Events over background</source>
            <translation>事件高于背景</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Events per minute</source>
            <translation>每分钟事件数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>How many for training, validation and test</source>
            <translation>训练、验证和测试各多少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>How the events of a mixture stand to each other</source>
            <translation>一个混合中各事件之间的关系</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Length</source>
            <translation>长度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Loudness</source>
            <translation>响度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Mixtures</source>
            <translation>混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Models learn</source>
            <translation>模型学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>No sample is above, re full scale; mixtures that would be are made quieter</source>
            <translation>没有采样高于此值（相对满刻度）；否则该混合会被调低</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Of an event, in times of how it was recorded; twice as fast is an octave higher</source>
            <translation>事件的速度，为录音原速的倍数；快一倍即高一个八度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Of an event, over the usual level, to which all are brought first</source>
            <translation>事件的电平，相对于所有事件先统一到的常用电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Of each mixture</source>
            <translation>每个混合的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Of the files, with 16 bits</source>
            <translation>文件的，16 位</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Of the mixtures</source>
            <translation>混合的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Of the speakers, sites or recordings: none of them is in two of the sets</source>
            <translation>说话人、地点或录音的：任何一个都不会同时出现在两个子集中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Otherwise each event is of any class</source>
            <translation>否则每个事件可为任意类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Pause</source>
            <translation>停顿</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Peak</source>
            <translation>峰值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Reverberation</source>
            <translation>混响</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Sampling rate</source>
            <translation>采样率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Shares</source>
            <translation>比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Signal-to-noise ratio</source>
            <translation>信噪比</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Sounds</source>
            <translation>声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>The labels of the others are there, too</source>
            <translation>其他事件的标注也在其中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>The same one makes the same mixtures again</source>
            <translation>相同的种子得到相同的混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Time in which the echo of a made room falls by 60 dB; 0 is no room</source>
            <translation>虚拟房间的回声衰减 60 dB 所需的时间；0 表示没有房间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>What sounds behind the events</source>
            <translation>事件背后的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>What the mixtures are made of</source>
            <translation>混合由什么组成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>Where they follow each other, as many as there is room for</source>
            <translation>依次出现时，放得下多少就放多少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>a folder of classes…</source>
            <translation>一个按类别分的文件夹…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>as most sounds</source>
            <translation>与多数声音相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>brown noise</source>
            <translation>棕噪声</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>each event, from start to end</source>
            <translation>每个事件，从开始到结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>one after the other</source>
            <translation>一个接一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>one class in each mixture</source>
            <translation>每个混合只有一个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>over each other</source>
            <translation>互相重叠</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>pink noise</source>
            <translation>粉红噪声</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>recordings of a folder…</source>
            <translation>一个文件夹中的录音…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>some over, some after each other</source>
            <translation>有的重叠，有的依次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>the labels of this project</source>
            <translation>本项目的标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>white noise</source>
            <translation>白噪声</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>whole mixtures</source>
            <translation>整个混合</translation>
        </message>
    </context>
    <context>
        <name>MixturesPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Choose where the new project goes, and make it</source>
            <translation>选择新项目的位置并生成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Folder around the new project</source>
            <translation>新项目所在的文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Keep the mixtures that are done; making them again goes on with these</source>
            <translation>保留已完成的混合；再次生成会接着这些继续</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Labelled sounds are put together to longer recordings with labels of their own, as a new project to train on. What sounds for training sounds in no other set.</source>
            <translation>把带标注的声音组合成更长的、自带标注的录音，作为可供训练的新项目。用于训练的声音不会出现在其他子集中。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Make mixtures</source>
            <translation>生成混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Make mixtures…</source>
            <translation>生成混合…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Making mixtures</source>
            <translation>正在生成混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
    </context>
    <context>
        <name>ModeBox</name>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>A file that was imported before and corrected in another program changes its labels</source>
            <translation>以前导入过、又在其他程序中改正的文件会更新其标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Labels that clips have already</source>
            <translation>片段已有的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Only add what is new</source>
            <translation>只添加新标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Replace them</source>
            <translation>替换已有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>Take over what changed in the file</source>
            <translation>采用文件中的更改</translation>
        </message>
    </context>
    <context>
        <name>ModelChooser</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>No model yet</source>
            <translation>尚无模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Open a model folder</source>
            <translation>打开模型文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Open a model folder…</source>
            <translation>打开模型文件夹…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>What to listen with</source>
            <translation>监听所用的模型</translation>
        </message>
    </context>
    <context>
        <name>ModelExportPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>A smaller file; what it costs in accuracy is measured on your clips and told</source>
            <translation>文件更小；精度损失会用您的片段评估并告知</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Choose a place, then write the file and check what it answers</source>
            <translation>选择位置，然后写入文件并核对其输出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Classes, data, figures and limits, as Markdown and as a page for the browser</source>
            <translation>类别、数据、指标和局限，以 Markdown 和浏览器网页的形式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Export the model</source>
            <translation>导出模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Model card beside it</source>
            <translation>附带模型卡</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Under which others may use the model, in your words</source>
            <translation>他人可在何种条件下使用该模型，由您自行填写</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Weights of eight bits (int8)</source>
            <translation>8 位权重 (int8)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>What other programs read: the sound goes in, the scores come out</source>
            <translation>供其他程序读取：输入声音，输出得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Write</source>
            <translation>写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>not stated</source>
            <translation>未说明</translation>
        </message>
    </context>
    <context>
        <name>NameBuilder</name>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>Another name</source>
            <translation>另一个名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>Click on the part that is the class</source>
            <translation>单击表示类别的部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>Click to say what this part of the name is</source>
            <translation>单击以说明名称的这一部分是什么</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>For example</source>
            <translation>例如</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>Show the parts of another name</source>
            <translation>显示另一个名称的各部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>What the command line takes as --name-parts</source>
            <translation>命令行中 --name-parts 的参数</translation>
        </message>
    </context>
    <context>
        <name>NowPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>1–9 or 0</source>
            <translation>1–9 或 0</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Keep the last {seconds} s as…</source>
            <translation>将最近 {seconds} s 保留为…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Make a clip of what was just heard (1–9, 0 or K)</source>
            <translation>把刚才听到的声音存为片段 (1–9、0 或 K)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Not listening</source>
            <translation>未在监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Nothing certain</source>
            <translation>无确定结果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Now</source>
            <translation>当前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Press K to keep the last {seconds} s as a clip.</source>
            <translation>按 K 将最近 {seconds} s 存为片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Without a class</source>
            <translation>不带类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Wrong? Press {keys} to keep the last {seconds} s with the right class, K without one.</source>
            <translation>判断有误？按 {keys} 以正确的类别保留最近 {seconds} s，按 K 则不带类别保留。</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Answer every</source>
            <translation>判断间隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Cool-down</source>
            <translation>冷却时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Each class counts from its own score on, chosen in training</source>
            <translation>每个类别使用训练时为其选定的阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Each class has the model’s own threshold</source>
            <translation>各类别使用模型自带的阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Goes on from</source>
            <translation>持续阈值比</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How long a class must stay above its threshold before it counts</source>
            <translation>类别须持续高于阈值多久才算作事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How long nothing is said of a class after an event of it</source>
            <translation>某类别的事件结束后，多久内不再报告该类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How much of the last sound one key keeps as a clip</source>
            <translation>按一次键把最近多长的声音存为片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How much the pictures show</source>
            <translation>图中显示的时长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Join within</source>
            <translation>合并间隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Keep the last</source>
            <translation>保留最近</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Part of its threshold down to which a score may fall while an event goes on</source>
            <translation>事件持续期间，分数可降至其阈值的这一比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Quieter sound is given no class; at the lower end what the model has not learnt from</source>
            <translation>更安静的声音不给出类别；调到最低端时以模型所学为准</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Score from which on a class counts</source>
            <translation>类别得分达到此值才算数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Settings of listening</source>
            <translation>监听设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Shortest event</source>
            <translation>最短事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Show the last</source>
            <translation>显示最近</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Silence below</source>
            <translation>静音低于</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Smoothing</source>
            <translation>平滑</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Start again now</source>
            <translation>立即重新开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Stop and start with these settings</source>
            <translation>停止并用这些设置重新开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>These settings count when listening starts again.</source>
            <translation>这些设置在重新开始监听后生效。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Time between two answers of the model; shorter costs more work</source>
            <translation>模型两次判断之间的时间；越短计算量越大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Two events of a class with less between them are one</source>
            <translation>同类的两个事件间隔小于此值时合并为一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Weight of the past in each score: 0 reacts at once, 0.95 very calmly</source>
            <translation>每个得分中历史所占的权重：0 立即反应，0.95 非常平稳</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/overview.py" />
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/overview.py" />
            <source>The whole clip: drag the frame to scroll, its edges to zoom</source>
            <translation>整个片段：拖动方框滚动，拖动其边缘缩放</translation>
        </message>
    </context>
    <context>
        <name>PackPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Choose a file and write it</source>
            <translation>选择文件并写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Pack project</source>
            <translation>打包项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Pack the project into one file</source>
            <translation>将项目打包为一个文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Packing</source>
            <translation>正在打包</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Pack…</source>
            <translation>打包…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Without them the file is small; where they lie then is asked when a clip is shown</source>
            <translation>不含录音则文件很小；显示片段时会询问录音的位置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Write nothing after all</source>
            <translation>放弃写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>with its recordings</source>
            <translation>包含录音</translation>
        </message>
    </context>
    <context>
        <name>PageTurner</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/page_turner.py" />
            <source>Keys for the next ten classes (Alt and a digit)</source>
            <translation>后十个类别的按键（Alt 加数字）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/page_turner.py" />
            <source>Keys for the ten classes before (Alt and a digit)</source>
            <translation>前十个类别的按键（Alt 加数字）</translation>
        </message>
    </context>
    <context>
        <name>ParallelPlot</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/parallel_plot.py" />
            <source>figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/parallel_plot.py" />
            <source>parameters</source>
            <translation>参数</translation>
        </message>
    </context>
    <context>
        <name>PictureExport</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Export picture</source>
            <translation>导出图片</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>The spectrogram is not drawn yet</source>
            <translation>频谱图尚未绘制</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>There is no sound to be seen</source>
            <translation>没有可显示的声音</translation>
        </message>
    </context>
    <context>
        <name>PicturePanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Choose the file and write it</source>
            <translation>选择文件并写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Dots in an inch of paper; journals want 300 or more</source>
            <translation>每英寸纸面的点数；期刊要求 300 或更高</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>On paper; columns of journals are 80 to 90 mm wide, pages 170 to 180</source>
            <translation>纸面宽度；期刊单栏宽 80 至 90 mm，整页宽 170 至 180 mm</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Resolution</source>
            <translation>分辨率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Write</source>
            <translation>写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>as on the screen</source>
            <translation>与屏幕相同</translation>
        </message>
    </context>
    <context>
        <name>PlaybackPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Automatic: 1 kHz below the peak of what is selected, or 45 kHz if nothing is</source>
            <translation>自动：比所选部分的峰值低 1 kHz；未选择时为 45 kHz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Carrier</source>
            <translation>载频</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Channel</source>
            <translation>声道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Hear what is dragged over</source>
            <translation>拖动时试听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Heard before</source>
            <translation>提前播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Heterodyne</source>
            <translation>外差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Keep the pitch</source>
            <translation>保持音高</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Mix with a tone, as a bat detector does: what is within 5 kHz of it is heard</source>
            <translation>像蝙蝠探测器一样与纯音混频：可听到其 5 kHz 以内的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>So much of what comes before a selection is heard first</source>
            <translation>先播放选区之前的这么一段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Stretch the sound in time only; otherwise its pitch moves along, as on a tape</source>
            <translation>只在时间上拉伸声音；否则音高会像磁带一样随之变化</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Ultrasound</source>
            <translation>超声</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>While selecting or moving an edge, what is under the pointer is heard in short grains</source>
            <translation>选择或移动边缘时，以短音播放指针下的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>all as one</source>
            <translation>全部混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>as recorded</source>
            <translation>按录音原样</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>left (1)</source>
            <translation>左 (1)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>not in this recording</source>
            <translation>此录音中没有</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>right (2)</source>
            <translation>右 (2)</translation>
        </message>
    </context>
    <context>
        <name>PositionPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>A time of day, seconds or minutes: 05:30:10, 62.5 or 1:02.5</source>
            <translation>一天中的时刻、秒或分钟：05:30:10、62.5 或 1:02.5</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Cursor</source>
            <translation>光标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>End</source>
            <translation>结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Highest (Hz)</source>
            <translation>最高频率 (Hz)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Length</source>
            <translation>长度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Lowest (Hz)</source>
            <translation>最低频率 (Hz)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Seconds or minutes: 62.5 or 1:02.5</source>
            <translation>秒或分钟：62.5 或 1:02.5</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Start</source>
            <translation>开始</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_preview.py" />
            <source>Beside the recordings</source>
            <translation>录音旁边的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_preview.py" />
            <source>Drop sound files, folders, archives or label files here</source>
            <translation>将声音文件、文件夹、归档文件或标注文件拖放到此处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_preview.py" />
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_preview.py" />
            <source>What was guessed</source>
            <translation>推测的内容</translation>
        </message>
    </context>
    <context>
        <name>ProjectPage</name>
        <message>
            <location filename="../../audioclf_gui/gui/project_page.py" />
            <source>Import label files</source>
            <translation>导入标签文件</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>1–{last} other class</source>
            <translation>1–{last} 改为其他类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Accept every open suggestion that is in sight, as one step</source>
            <translation>一步接受所有可见的待定建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Accept page</source>
            <translation>接受本页</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>All classes</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>As chosen</source>
            <translation>按选择顺序</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>By name</source>
            <translation>按名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Disagreements with labels</source>
            <translation>与标签不一致</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Least certain first</source>
            <translation>最不确定的在前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Make the queue again from the newest suggestions</source>
            <translation>用最新的建议重新生成队列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Model suggestions</source>
            <translation>模型建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Most certain first</source>
            <translation>最确定的在前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Play as you go</source>
            <translation>随选随播</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Play the clip that the pointer or the arrow keys come to</source>
            <translation>播放指针或方向键所到的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Shift+1–{last} add or take away</source>
            <translation>Shift+1–{last} 添加或移除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Take back the last step</source>
            <translation>撤销上一步</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Unlabelled clips</source>
            <translation>未标注的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>move</source>
            <translation>移动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>nothing to judge</source>
            <translation>没有待审核的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>open</source>
            <translation>打开</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>play</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>reject</source>
            <translation>拒绝</translation>
        </message>
    </context>
    <context>
        <name>RangeField</name>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>{name}, the greatest</source>
            <translation>{name}，最大值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_form.py" />
            <source>{name}, the least</source>
            <translation>{name}，最小值</translation>
        </message>
    </context>
    <context>
        <name>ReadingsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Clear the list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Export readings</source>
            <translation>导出读数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Export readings…</source>
            <translation>导出读数…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Highest</source>
            <translation>最高</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Lowest</source>
            <translation>最低</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Mean</source>
            <translation>平均</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Readings</source>
            <translation>读数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>What was estimated in each second</source>
            <translation>每秒的估计值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>Write a table with a row for each second</source>
            <translation>写成表格，每秒一行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>readings</source>
            <translation>读数</translation>
        </message>
    </context>
    <context>
        <name>RecordPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Close the recorder; a take goes on</source>
            <translation>关闭录音面板；正在进行的录音会继续</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Look for microphones that were plugged in</source>
            <translation>查找新接入的麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Microphone</source>
            <translation>麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>No microphone</source>
            <translation>没有麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Record</source>
            <translation>录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Recorded time</source>
            <translation>已录时长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Start or stop a take</source>
            <translation>开始或停止录制</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>The microphone to record from</source>
            <translation>录音所用的麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>nothing lost</source>
            <translation>无丢失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>{name} is a clip now, {length}</source>
            <translation>{name} 已成为片段，{length}</translation>
        </message>
    </context>
    <context>
        <name>RecordingStartPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Began at</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Date and time</source>
            <translation>日期和时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>The ruler tells the time of day from here on</source>
            <translation>标尺从此显示时钟时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>nothing tells it so far</source>
            <translation>目前没有相关信息</translation>
        </message>
    </context>
    <context>
        <name>ReliabilityPlot</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/reliability_plot.py" />
            <source>Shown after a run that tells it.</source>
            <translation>在给出此项的运行之后显示。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/reliability_plot.py" />
            <source>score</source>
            <translation>分数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/reliability_plot.py" />
            <source>share that is right</source>
            <translation>正确的比例</translation>
        </message>
    </context>
    <context>
        <name>Relinking</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>Every recording is where it should be.</source>
            <translation>所有录音都在应在的位置。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>None of the missing sounds is in that folder.</source>
            <translation>该文件夹中没有任何丢失的声音文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>Where are the missing sounds now?</source>
            <translation>丢失的声音文件现在在哪里？</translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_result.py" />
            <source>Back to the workspace</source>
            <translation>返回工作区</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_result.py" />
            <source>Result</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_result.py" />
            <source>To the clips</source>
            <translation>查看片段</translation>
        </message>
    </context>
    <context>
        <name>ReviewWorkspace</name>
        <message>
            <location filename="../../audioclf_gui/gui/review/workspace.py" />
            <source>Nothing is suggested for this clip; press the number of its class.</source>
            <translation>此片段没有建议；请按其类别的数字键。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/workspace.py" />
            <source>There is no open suggestion on this page.</source>
            <translation>本页没有待定的建议。</translation>
        </message>
    </context>
    <context>
        <name>Ruler</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/ruler.py" />
            <source>Time axis</source>
            <translation>时间轴</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/ruler.py" />
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/ruler.py" />
            <source>s</source>
            <translation>s</translation>
        </message>
    </context>
    <context>
        <name>RunHeader</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>About the figures</source>
            <translation>关于这些数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>All folds</source>
            <translation>所有折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Clips whose label the model doubts most, though it never trained on them</source>
            <translation>标签最受模型怀疑的片段（模型训练时未用过它们）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Clips whose number the model missed most, though it never trained on them</source>
            <translation>数值误差最大的片段（模型训练时未用过它们）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>End now with the best epoch so far</source>
            <translation>立即结束，采用目前最好的轮次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Export model…</source>
            <translation>导出模型…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Go on with this run from the last epoch that was kept</source>
            <translation>从最后保留的一轮起继续这次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Label some clips of each class, then press Train.</source>
            <translation>请为每个类别标注一些片段，然后点击“训练”。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Largest errors</source>
            <translation>最大误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Let this model look at every clip, unlabelled ones first</source>
            <translation>用此模型分析所有片段，未标注的优先</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Likely label errors</source>
            <translation>可能的标签错误</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Measure the model on the clips of one fold, or on all</source>
            <translation>用一折的片段或所有片段评估模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Measure the model on the clips that it has learnt from, too, apart from the rest</source>
            <translation>也在模型学过的片段上测量，与其余分开</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Measured on</source>
            <translation>评估范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>No run yet</source>
            <translation>尚未训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Open the folder of this run's figures: curves, confusion, report, network</source>
            <translation>打开此次训练的图表文件夹：曲线、混淆矩阵、报告、网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Press Train: the clips have numbers to learn.</source>
            <translation>请点击“训练”：片段带有可学习的数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Progress of the training</source>
            <translation>训练进度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Stop and keep best</source>
            <translation>停止并保留最佳</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Suggest labels now</source>
            <translation>立即建议标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>With training clips</source>
            <translation>包括训练片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Write this model as a file that other programs run</source>
            <translation>将此模型写成可供其他程序运行的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>it has learnt from every labelled clip that it could be measured on</source>
            <translation>它能被测量的已标注片段，它全都学过</translation>
        </message>
    </context>
    <context>
        <name>RunReports</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_reports.py" />
            <source>Report…</source>
            <translation>报告…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_reports.py" />
            <source>Web page</source>
            <translation>网页</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_reports.py" />
            <source>Write a report</source>
            <translation>写报告</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_reports.py" />
            <source>Write the chosen run, or how the chosen ones compare, as one page that opens anywhere</source>
            <translation>把所选训练（或其比较）写成一个随处可打开的网页</translation>
        </message>
    </context>
    <context>
        <name>RunsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Acc.</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Ctrl+click compares runs</source>
            <translation>按住 Ctrl 点击可比较多次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Run</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Runs</source>
            <translation>训练记录</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Training runs</source>
            <translation>训练记录</translation>
        </message>
    </context>
    <context>
        <name>ScoresPlot</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>Scores of the classes</source>
            <translation>各类别得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>Scores of the classes, 0 to 1; dashed: from where on a class counts</source>
            <translation>各类别得分，0 至 1；虚线：类别的阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>events</source>
            <translation>事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>{name}: drawn here as it is estimated</source>
            <translation>{name}：估计值实时绘制于此</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>End the search; what is done is kept</source>
            <translation>结束搜索；已完成的会保留</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Halving</source>
            <translation>逐次减半</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Random</source>
            <translation>随机</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Settings are tried in folds; how good the best are is measured on a fold kept apart.</source>
            <translation>在各折中试验设置；最佳设置的好坏在单独留出的一折上测量。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Take the settings of the best trial for the next run</source>
            <translation>下一次训练采用最佳试验的设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Trial</source>
            <translation>试验</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Trials</source>
            <translation>试验次数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Try settings in inner folds; one fold is kept apart for the winner</source>
            <translation>在内层各折中试验设置；单独留出一折评判优胜者</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Use the best</source>
            <translation>采用最佳</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Usual space</source>
            <translation>常用范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
    </context>
    <context>
        <name>SettingsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source> min</source>
            <translation> 分钟</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>About this model</source>
            <translation>关于此模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Advanced settings…</source>
            <translation>高级设置…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Check on</source>
            <translation>评估数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Clips of one recording may then be in training and test: the figures flatter.</source>
            <translation>同一录音的片段可能同时出现在训练集和测试集中：指标会偏乐观。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Epochs</source>
            <translation>轮数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Every fold in turn</source>
            <translation>逐折轮流（交叉验证）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Every parameter, with its unit, default and reason</source>
            <translation>所有参数及其单位、默认值和说明</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Fold {name}, held out</source>
            <translation>留出折 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>For epochs</source>
            <translation>按轮数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>For minutes</source>
            <translation>按分钟数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Groups of the test set</source>
            <translation>测试集的录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Groups that I choose…</source>
            <translation>自选录音组…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Held-out groups</source>
            <translation>留出的录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>How often every clip is seen; automatic: from the number of clips</source>
            <translation>每个片段训练的次数；自动：由片段数决定</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>NVIDIA GPU</source>
            <translation>NVIDIA GPU</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Processor (CPU)</source>
            <translation>处理器 (CPU)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Random clips (flatters)</source>
            <translation>随机片段（偏乐观）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Start from</source>
            <translation>训练起点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Suggest labels afterwards</source>
            <translation>训练后建议标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>The learning rate falls to zero in time for it</source>
            <translation>学习率会在到时前降至零</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Time limit</source>
            <translation>时间限制</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Train</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Train a model</source>
            <translation>训练模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Train on the labelled clips</source>
            <translation>用已标注的片段训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Training…</source>
            <translation>正在训练…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Until it stops improving</source>
            <translation>直到不再改善</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>When training has ended, let the model look at every clip, unlabelled ones first</source>
            <translation>训练结束后，用模型分析所有片段，未标注的优先</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>automatic</source>
            <translation>自动</translation>
        </message>
    </context>
    <context>
        <name>ShownProject</name>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>All changes saved</source>
            <translation>所有更改已保存</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>Read-only: nothing may be written where the project lies</source>
            <translation>只读：项目所在位置不可写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>Read-only: open elsewhere, nothing can be changed here</source>
            <translation>只读：已在别处打开，此处不能更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>read-only</source>
            <translation>只读</translation>
        </message>
    </context>
    <context>
        <name>SoundExportPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>All clips</source>
            <translation>所有片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>As they are heard</source>
            <translation>按试听效果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Choose a folder and write one file for each label</source>
            <translation>选择文件夹，为每个标签写入一个文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Export selection</source>
            <translation>导出选区</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Export sounds of labels</source>
            <translation>导出标签的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Labels of</source>
            <translation>标签来自</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Margin</source>
            <translation>余量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Only labels of this class are written</source>
            <translation>只写入此类别的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Only labels of this track are written</source>
            <translation>只写入此轨道的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Samples, rate and channels are those of the recording</source>
            <translation>采样值、采样率和声道与录音相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Select a stretch first: drag over the sound</source>
            <translation>请先选中一段：在声音上拖动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Sound before and after each label, as far as there is some</source>
            <translation>每个标签前后的声音，如果有的话</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>The clips that are selected</source>
            <translation>选中的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Track</source>
            <translation>轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Whose labels are written</source>
            <translation>写入谁的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>With the speed, pitch, carrier and channel that are set under Playback, at 48 kHz at most</source>
            <translation>采用“播放”中设置的速度、音高、载频和声道，最高 48 kHz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>all classes</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>all tracks</source>
            <translation>所有轨道</translation>
        </message>
    </context>
    <context>
        <name>SpeciesPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Clips that have a label keep it; one undo takes all back</source>
            <translation>已有标签的片段保持不变；一次撤销即可全部取消</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Label the clips</source>
            <translation>标注片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Least score</source>
            <translation>最低得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Listen</source>
            <translation>听取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Nothing is changed by listening</source>
            <translation>听取不会更改任何内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Species of which BirdNET is less sure are left out</source>
            <translation>略去 BirdNET 得分更低的物种</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>no label</source>
            <translation>不标注</translation>
        </message>
    </context>
    <context>
        <name>Spectrogram</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/spectrogram.py" />
            <source>Hz</source>
            <translation>Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/spectrogram.py" />
            <source>Spectrogram of what is heard</source>
            <translation>监听声音的声谱图</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/spectrogram.py" />
            <source>{frequency} Hz, {ago} s ago</source>
            <translation>{frequency} Hz，{ago} s 前</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramPane</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_pane.py" />
            <source>Hz</source>
            <translation>Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_pane.py" />
            <source>Shift+drag pans the band, Ctrl+wheel zooms it, a double click shows all of it</source>
            <translation>Shift+拖动可平移频带，Ctrl+滚轮可缩放频带，双击显示整个频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_pane.py" />
            <source>Spectrogram</source>
            <translation>声谱图</translation>
        </message>
    </context>
    <context>
        <name>SpectrogramPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Axis</source>
            <translation>频率轴</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Band</source>
            <translation>频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Colours</source>
            <translation>配色</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Each channel by itself</source>
            <translation>各声道分别显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Frequency axis</source>
            <translation>频率轴</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Highest frequency</source>
            <translation>最高频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>How many times as long as the window the transform is</source>
            <translation>变换长度为窗长的多少倍</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Kind of window</source>
            <translation>窗类型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Long windows tell close frequencies apart, short ones close moments; 1 to 200 ms</source>
            <translation>长窗可分辨相近的频率，短窗可分辨相近的时刻；1 至 200 ms</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Lowest frequency</source>
            <translation>最低频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Overlap</source>
            <translation>重叠</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Own settings</source>
            <translation>自定义设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Padding</source>
            <translation>补零</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Range</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Shown</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>The loudest of each pixel; over the median of its frequency; or per-channel energy normalisation, which brings out what changes</source>
            <translation>每个像素的最大电平；高出该频率中位数的量；或逐通道能量归一化，用于突出变化的部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>The whole band</source>
            <translation>整个频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>What neighbouring windows have in common; wide views have 50 %</source>
            <translation>相邻窗的重叠比例；视图较宽时为 50%</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Window</source>
            <translation>窗</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Zero padding</source>
            <translation>补零</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>automatic</source>
            <translation>自动</translation>
        </message>
    </context>
    <context>
        <name>SpeedSlider</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/speed_slider.py" />
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/speed_slider.py" />
            <source>Speed as a number</source>
            <translation>速度数值</translation>
        </message>
    </context>
    <context>
        <name>StartBox</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <source>A model folder…</source>
            <translation>模型文件夹…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <source>A model that has learnt something like it needs fewer labels and less time</source>
            <translation>如果模型已学过类似的内容，所需的标签和时间更少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <source>Fresh weights</source>
            <translation>全新权重</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <source>Learning goes on from the weights of that model, where they fit. It may learn other classes.</source>
            <translation>从该模型的权重继续学习，凡能套用的权重都沿用。可以学习其他类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <source>Open a model folder</source>
            <translation>打开模型文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <source>Start from</source>
            <translation>训练起点</translation>
        </message>
    </context>
    <context>
        <name>StartPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>A project of generated sounds, ready to train on</source>
            <translation>一个由合成声音组成、可直接训练的项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Back to {name}</source>
            <translation>返回 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Label sounds, train a classifier on them, listen with it.</source>
            <translation>标注声音，训练分类器，并用它实时监听。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make an empty project</source>
            <translation>新建空项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make the folder of the project in</source>
            <translation>在此处创建项目文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Making sounds: %v of %m</source>
            <translation>正在生成声音：%v / %m</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Making the demo project</source>
            <translation>正在生成演示项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>New project…</source>
            <translation>新建项目…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>None yet.</source>
            <translation>暂无。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open a project</source>
            <translation>打开项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open no project</source>
            <translation>不打开项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open project</source>
            <translation>打开项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Opening the project</source>
            <translation>正在打开项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Opening: %p %</source>
            <translation>正在打开：%p %</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Packed projects</source>
            <translation>打包的项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Projects</source>
            <translation>项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Recent projects</source>
            <translation>最近的项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>The demo makes its sounds on this computer in a few seconds; nothing is downloaded.</source>
            <translation>演示项目的声音几秒内即可在本机生成，不会下载任何内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Try the demo project</source>
            <translation>试用演示项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Unpack project</source>
            <translation>解包项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Unpacking the project</source>
            <translation>正在解包项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Unpacking: %p %</source>
            <translation>正在解包：%p %</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <location filename="../../audioclf_gui/gui/status_line.py" />
            <source>no background task</source>
            <translation>没有后台任务</translation>
        </message>
    </context>
    <context>
        <name>SuggestionPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Go to the next suggestion without deciding</source>
            <translation>暂不决定，转到下一条建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Label the clip like this</source>
            <translation>照此标注片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>MODEL SUGGESTION</source>
            <translation>模型建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Model suggestion</source>
            <translation>模型建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>None yet. Train a model, and it suggests classes for each clip.</source>
            <translation>暂无。训练模型后，会为每个片段建议类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
    </context>
    <context>
        <name>TableColumns</name>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Column of the labels</source>
            <translation>标签所在列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Columns…</source>
            <translation>列…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Read the table again, with the labels in another column</source>
            <translation>以另一列作为标签重新读取表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Say which column of the table holds what, and read it again</source>
            <translation>说明表格各列的含义并重新读取</translation>
        </message>
    </context>
    <context>
        <name>TableExport</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>Export labels as a table</source>
            <translation>将标签导出为表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>Export measurements</source>
            <translation>导出测量值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>Tables (*.csv *.tsv)</source>
            <translation>表格 (*.csv *.tsv)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>There are no labels to measure</source>
            <translation>没有可测量的标签</translation>
        </message>
    </context>
    <context>
        <name>Text</name>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>--column {text} names no column</source>
            <translation>--column {text} 没有指明列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/species.py" />
            <source>--label {pair} is not understood</source>
            <translation>无法理解 --label {pair}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>--set {pair} is not understood</source>
            <translation>无法理解 --set {pair}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>0: classes as frequent as they are; 1: all equally frequent.</source>
            <translation>0：保持各类别的实际频率；1：各类别频率相同。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/known_sets.py" />
            <source>100 hours of English read by 251 people</source>
            <translation>251 人朗读的 100 小时英语</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/known_sets.py" />
            <source>105 829 spoken words of 1 s in 35 classes, with lists of the test and validation parts</source>
            <translation>35 个类别、105 829 个 1 s 的口语词，附测试与验证部分的列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/known_sets.py" />
            <source>2000 sounds of 5 s in 50 classes and 5 folds; the archive is made anew for each download</source>
            <translation>50 个类别、5 折、2000 个 5 s 的声音；每次下载时归档都会重新生成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/known_sets.py" />
            <source>2500 spoken digits of 5 people at 8 kHz; names are {parts}</source>
            <translation>5 人以 8 kHz 录制的 2500 个口语数字；文件名为 {parts}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/known_sets.py" />
            <source>400 sounds in 10 classes, a part of ESC-50: the whole of that is fetched</source>
            <translation>10 个类别的 400 个声音，是 ESC-50 的一部分：会获取其全部</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>5–95 % {ranges}</source>
            <translation>5–95 % {ranges}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/known_sets.py" />
            <source>8732 sounds of the city of at most 4 s in 10 classes and 10 folds</source>
            <translation>10 个类别、10 折、8732 个最长 4 s 的城市声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>95 % interval of the difference: {low:+.3f} to {high:+.3f}</source>
            <translation>差值的 95 % 区间：{low:+.3f} 至 {high:+.3f}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>95 % interval {interval}</source>
            <translation>95 % 区间 {interval}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>95 %: {low:.2f} to {high:.2f}, {n} group</source>
            <extracomment>English plural: 95 %: {low:.2f} to {high:.2f}, {n} groups</extracomment>
            <translation>
                <numerusform>95 %：{low:.2f} 至 {high:.2f}，{n} 个组</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/head.py" />
            <source>A class comes from one group only, so how closely to follow the examples could not be tried.</source>
            <translation>有类别只来自一个录音组，因此无法试验应在多大程度上贴近样本。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>A constant offset of {percent:+.0f} % of full scale: the device may be faulty.</source>
            <translation>存在满量程 {percent:+.0f}% 的恒定直流偏移：设备可能有故障。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>A frequency from 0 to {top} Hz</source>
            <translation>0 到 {top} Hz 的频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>A leaf of a tree has at least so many.</source>
            <translation>树的每个叶节点至少包含的数量。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>A model that estimates a number of each sound: {quantity}.</source>
            <translation>对每个声音估计一个数值的模型：{quantity}。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>A model that tells {n} class of sound.</source>
            <extracomment>English plural: A model that tells {n} classes of sound.</extracomment>
            <translation>
                <numerusform>区分 {n} 个声音类别的模型。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>A narrower network and a coarser picture: a fifth of the time, a point or two less accurate.</source>
            <translation>网络更窄、图像更粗：用时约五分之一，准确率低一两个百分点。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>A number has no events: what is estimated comes here, second by second.</source>
            <translation>数值没有事件：估计值逐秒列在此处。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/class_weights.py" />
            <source>A number is learnt, which has no classes: leave the weights out.</source>
            <translation>学习的是数值，没有类别：请不要设置权重。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>A published demonstration (four-layer network, 64 HTK mels, Adam), to compare with.</source>
            <translation>一个公开发表的演示配置（四层网络、64 个 HTK 梅尔频带、Adam），用于对照。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>A published network for long recordings: 3-D convolutions over segments of 128 mels.</source>
            <translation>一个公开发表的长录音网络：对 128 个梅尔频带的分段作三维卷积。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>A published network for photographs, over pictures of sounds: batch norm everywhere, Adam.</source>
            <translation>一个公开发表的照片网络，用于声音图像：处处使用批归一化，Adam。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>A published network for photographs, over pictures of sounds: three convolutions, Adadelta.</source>
            <translation>一个公开发表的照片网络，用于声音图像：三层卷积，Adadelta。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>A published random forest over mean and spread of 128 bands, its sizes searched for; slow.</source>
            <translation>一个公开发表的随机森林，使用 128 个频带的均值和标准差，树的大小经搜索确定；较慢。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>A published small network over the means of 40 MFCC: three layers, Adam.</source>
            <translation>一个公开发表的小网络，使用 40 个 MFCC 的均值：三层，Adam。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>A random split would say {random}, it is {by_group} on groups that were not learnt: {gain:.0f} points ({low:.0f} to {high:.0f}) come from having heard the speaker, site or recording before. Believe the lower figure, and keep validation by group.</source>
            <translation>随机划分会得出 {random}，而在未学过的组上是 {by_group}：其中 {gain:.0f} 个百分点（{low:.0f} 至 {high:.0f}）来自先前听过同一说话人、地点或录音。请相信较低的数字，并保持按组验证。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>A random split would say {random}, new groups say {by_group}: a random split does not flatter here ({low:+.0f} to {high:+.0f} points). Validation by group costs nothing, so keep it.</source>
            <translation>随机划分会得出 {random}，新的组得出 {by_group}：此处随机划分没有虚高（{low:+.0f} 至 {high:+.0f} 个百分点）。按组验证没有代价，请保持。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>A random split would say {random}, new groups say {by_group}: {gain:+.0f} points, which {n} group does not suffice to tell from luck ({low:+.0f} to {high:+.0f}). Believe the lower figure until there are more groups.</source>
            <extracomment>English plural: A random split would say {random}, new groups say {by_group}: {gain:+.0f} points, which {n} groups do not suffice to tell from luck ({low:+.0f} to {high:+.0f}). Believe the lower figure until there are more groups.</extracomment>
            <translation>
                <numerusform>随机划分会得出 {random}，新的组得出 {by_group}：相差 {gain:+.0f} 个百分点，{n} 个组不足以与偶然区分（{low:+.0f} 至 {high:+.0f}）。在有更多组之前请相信较低的数字。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>A random split would say {random}, new groups say {by_group}: {gain:+.0f} points. With {n} group nobody can tell whether that is luck.</source>
            <extracomment>English plural: A random split would say {random}, new groups say {by_group}: {gain:+.0f} points. With {n} groups nobody can tell whether that is luck.</extracomment>
            <translation>
                <numerusform>随机划分会得出 {random}，新的组得出 {by_group}：相差 {gain:+.0f} 个百分点。只有 {n} 个组，无法判断是否出于偶然。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>A safetensors file with the frozen part of a network that was learnt elsewhere; for r0d.</source>
            <translation>safetensors 文件，含有在别处训练的网络的冻结部分；用于 r0d。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>A small network over the same numbers as the random forest: trained in seconds, too.</source>
            <translation>使用与随机森林相同数值的小网络：同样数秒即可训练完成。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>A smaller node of a tree is not divided.</source>
            <translation>小于此数的树节点不再划分。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/template.py" />
            <source>A space stands for a tab or a line break in {n} label.</source>
            <extracomment>English plural: A space stands for a tab or a line break in {n} labels.</extracomment>
            <translation>
                <numerusform>{n} 个标签中的制表符或换行以空格代替。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>A window whose score reaches the threshold of a class is an event of it.</source>
            <translation>得分达到某类别阈值的时间窗即为该类别的事件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>AAC or ALAC</source>
            <translation>AAC 或 ALAC</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>AAC or ALAC in MP4</source>
            <translation>MP4 中的 AAC 或 ALAC</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_menu.py" />
            <source>Accept as a label</source>
            <translation>接受为标签</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Accept {n} suggestion</source>
            <extracomment>English plural: Accept {n} suggestions</extracomment>
            <translation>
                <numerusform>接受 {n} 条建议</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Adam with or without decoupled weight decay; adadelta finds its own step sizes.</source>
            <translation>Adam，带或不带解耦的权重衰减；adadelta 自行确定步长。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Add a track</source>
            <translation>添加轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>Add a track and move labels there, or hide the main one.</source>
            <translation>请添加轨道并将标签移到该轨道，或隐藏主轨道。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>Add columns called start_s and end_s that hold seconds, or export it in seconds.</source>
            <translation>请添加以秒为单位的 start_s 和 end_s 列，或以秒为单位导出。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>Add it first.</source>
            <translation>请先添加它。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Add recordings from another place, day or speaker, correct the groups, or choose a random split, which flatters the model.</source>
            <translation>请添加其他地点、日期或说话人的录音，更正录音组，或选择随机划分（结果会偏乐观）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>Add recordings from another place, day or speaker: else the model may learn that one.</source>
            <translation>请添加其他地点、日期或说话人的录音：否则模型学到的可能只是这一个。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>Add the classes to the project, or use a model that was trained on it.</source>
            <translation>请在项目中添加这些类别，或使用在该项目上训练的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>Adding classes</source>
            <translation>正在添加类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/takes.py" />
            <source>Adding the take</source>
            <translation>正在添加录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Adjoining intervals</source>
            <translation>相接区间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>Alarm: these recordings sound different from those that the project learns from ({differences}). Label some of them and train again before you trust a model on them.</source>
            <translation>警报：这些录音与项目所学的录音听起来不同（{differences}）。请先标注其中一些并重新训练，再信任模型对它们的回答。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>All folds together, 95 % interval</source>
            <translation>所有折合并，95 % 区间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>All were trained with the same settings.</source>
            <translation>全部用相同设置训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Always saying the mean would be off by {guess} (root mean square), the model is by {error}.</source>
            <translation>总是回答平均值的误差为 {guess}（均方根），该模型为 {error}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>An edit of many clips is just being made</source>
            <translation>正在进行一次涉及许多片段的编辑</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Animals, machines, weather, music: the most accurate choice for most sounds.</source>
            <translation>动物、机器、天气、音乐：对大多数声音最准确的选择。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Answers</source>
            <translation>答案</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/speech.py" />
            <source>Apache 2.0</source>
            <translation>Apache 2.0 许可证</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Area under ROC</source>
            <translation>ROC 曲线下面积</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>As R3 searched</source>
            <translation>与 R3 相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>As R3 searched, wider</source>
            <translation>与 R3 相同，范围更大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>As the snapshot had them, where they could not be read: {what}.</source>
            <translation>无法读取的部分取自快照：{what}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixtures.py" />
            <source>Ask for at least one mixture.</source>
            <translation>请至少要求一个混合。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Ask its owner before you pass it on.</source>
            <translation>转交他人之前，请先征得其所有者同意。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>At least {n} of the last changes is missing: it was not written in full.</source>
            <extracomment>English plural: At least {n} of the last changes are missing: they were not written in full.</extracomment>
            <translation>
                <numerusform>最后的更改中至少缺少 {n} 项：未完整写入。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>At which rate a model file listens; unset: as it says.</source>
            <translation>模型文件所用的采样率；不设：以文件说明为准。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>Audacity label track</source>
            <translation>Audacity 标签轨</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>Automatic: {title}, since {reason}.</source>
            <translation>自动选择：{title}，因为{reason}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Average precision</source>
            <translation>平均精确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Back to the default</source>
            <translation>恢复默认值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Bands and stretches blanked out, so many of each.</source>
            <translation>遮盖的频带数和时段数（各为此数）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Bandwidth</source>
            <translation>带宽</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Bandwidth 90 %</source>
            <translation>90 % 带宽</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/find_presets.py" />
            <location filename="../../audioclf_gui/audio/spectrogram_presets.py" />
            <source>Bats</source>
            <translation>蝙蝠</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Began {start}, {source}</source>
            <translation>开始于 {start}，{source}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/selection_reader.py" />
            <source>Begin Time or End Time is no number of seconds</source>
            <translation>Begin Time 或 End Time 不是秒数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Begin of the recording</source>
            <translation>录音开始时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <source>Begins at {time}</source>
            <translation>开始于 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Begun, UTC</source>
            <translation>开始时间（UTC）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>Beside the recordings</source>
            <translation>录音旁边的文件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>Best of {n} trial on the inner folds so far: {name} {best:.2f}. What the best of several has there flatters it.</source>
            <extracomment>English plural: Best of {n} trials on the inner folds so far: {name} {best:.2f}. What the best of several has there flatters it.</extracomment>
            <translation>
                <numerusform>目前 {n} 次试验中内层各折的最佳：{name} {best:.2f}。多次试验中的最佳值会偏高。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>Best of {n} trial on the inner folds: {name} {best:.2f}; on sound the search never saw: {outer:.2f} ({spread}).</source>
            <extracomment>English plural: Best of {n} trials on the inner folds: {name} {best:.2f}; on sound the search never saw: {outer:.2f} ({spread}).</extracomment>
            <translation>
                <numerusform>{n} 次试验中内层各折的最佳：{name} {best:.2f}；在搜索从未见过的声音上：{outer:.2f}（{spread}）。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/birdnet.py" />
            <source>BirdNET 2.4</source>
            <translation>BirdNET 2.4 版</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>BirdNET listens and a small model learns from what it hears: the most accurate, in seconds.</source>
            <translation>由 BirdNET 听取声音，小模型学习其结果：最准确，只需数秒。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/birdnet.py" />
            <source>BirdNET: training folders</source>
            <translation>BirdNET：训练文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/find_presets.py" />
            <location filename="../../audioclf_gui/audio/spectrogram_presets.py" />
            <source>Birds</source>
            <translation>鸟类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Blackman-Harris</source>
            <translation>布莱克曼-哈里斯窗</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Blends pairs of clips and their classes on half of the steps; Beta parameter, 0: never.</source>
            <translation>在半数的步中，将成对的片段及其类别混合；Beta 分布的参数，0：从不。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Bring back</source>
            <translation>恢复</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>Bring the file back, or copy the newest snapshot, {snapshot}, to {file}.</source>
            <translation>请放回该文件，或将最新的快照 {snapshot} 复制为 {file}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>Bring the file back, or let moved sounds be found again.</source>
            <translation>请放回该文件，或查找移动过的声音文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>Bring the files back, find moved ones again, or import what they hold now.</source>
            <translation>请放回这些文件，查找移动过的文件，或导入其现在的内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Bringing back run {id:d}</source>
            <translation>正在恢复第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>By how much the estimates are too high, on average</source>
            <translation>估计值平均偏高多少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/find_presets.py" />
            <source>By level</source>
            <translation>按电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/birdnet.py" />
            <source>CC BY-NC-SA 4.0: not for commercial use; what is built on it may be shared on the same terms</source>
            <translation>CC BY-NC-SA 4.0：不得用于商业用途；基于它的成果可按相同条件共享</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/status_line.py" />
            <source>CPU, {n} thread</source>
            <extracomment>English plural: CPU, {n} threads</extracomment>
            <translation>
                <numerusform>CPU，{n} 个线程</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>Call its columns {names} in the first line.</source>
            <translation>请在首行将各列命名为 {names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Centre</source>
            <translation>中心频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Certainty</source>
            <translation>确定程度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Change its other edge first.</source>
            <translation>请先更改其另一边缘。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Change of the spectrum</source>
            <translation>频谱变化</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>Change the labels by hand; what is there was left as it is.</source>
            <translation>请手动更改标签；现有内容保持不变。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Change the other one first.</source>
            <translation>请先更改另一个。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Changed from the preset</source>
            <translation>与预设不同之处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Channels of the default network's first stage; they double in each of the three others.</source>
            <translation>默认网络第一级的通道数；其余三级逐级加倍。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>Check its name, or choose another folder.</source>
            <translation>请检查名称，或选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Check that it is there and that you may read it.</source>
            <translation>请确认文件存在且您有读取权限。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>Check that the disk is not full and that you may write to the folder.</source>
            <translation>请确认磁盘未满且您对该文件夹有写入权限。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>Check that the labels belong to these recordings, or record with a higher sampling rate.</source>
            <translation>请确认标签属于这些录音，或用更高的采样率录音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>Check that they belong to these recordings, and that none was cut.</source>
            <translation>请确认它们属于这些录音，且录音没有被截短。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>Check the address.</source>
            <translation>检查地址。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>Check the address; the file may have moved.</source>
            <translation>检查地址；文件可能已移动。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Check the cables, or invert one channel.</source>
            <translation>请检查线缆，或将一个声道反相。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>Check the connection to the network and the address, then do it again; it goes on from there.</source>
            <translation>检查网络连接和地址，然后再做一次；会从那里继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/playback.py" />
            <source>Check the loudspeaker or the file, then play it again.</source>
            <translation>请检查扬声器或文件，然后重新播放。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/projects.py" />
            <source>Check the path.</source>
            <translation>请检查路径。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/predict.py" />
            <source>Check the path; nothing was classified.</source>
            <translation>请检查路径；未进行任何分类。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_survey.py" />
            <source>Check the path; nothing was imported.</source>
            <translation>请检查路径；未导入任何内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Checking the clips</source>
            <translation>正在检查片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Checking what the format can hold</source>
            <translation>正在检查该格式可保存的内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/placing.py" />
            <source>Choose a clip for files about one recording only; let only file names count.</source>
            <translation>只有涉及单个录音的文件才能指定片段；请改为只按文件名对应。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>Choose a column of numbers as the target, or choose it as the label.</source>
            <translation>请选择数值列作为目标，或将此列选作标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>Choose a file that `audioclf pack` or the window's menu has made.</source>
            <translation>请选择由 `audioclf pack` 或窗口菜单生成的文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_project.py" />
            <source>Choose a file that `audioclf pack` or the window's menu has made; copy it again.</source>
            <translation>请选择由 `audioclf pack` 或窗口菜单生成的文件；请重新复制。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/letting_out.py" />
            <source>Choose a folder on another disk, or rename one of them in the archive.</source>
            <translation>选择另一磁盘上的文件夹，或在归档中将其中之一改名。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_project.py" />
            <source>Choose a folder that is not there yet, or an empty one.</source>
            <translation>请选择尚不存在的文件夹或空文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Choose a folder that you may write to, or have its permissions changed.</source>
            <translation>请选择有写入权限的文件夹，或更改其权限。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <location filename="../../audioclf_gui/core/store/opening.py" />
            <source>Choose a folder that you may write to, with room on its disk.</source>
            <translation>请选择有写入权限且磁盘空间充足的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <source>Choose a folder with 100 MB of room that you may write to.</source>
            <translation>请选择有写入权限且有 100 MB 可用空间的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Choose a front end that makes rows of numbers, such as mfcc-statistics.</source>
            <translation>请选择输出数值行的前端，例如 mfcc-statistics。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>Choose a hop of at least {least_s} s.</source>
            <translation>请选择不小于 {least_s} s 的步长。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>Choose a lower learning_rate, or the precision float32.</source>
            <translation>请降低 learning_rate，或将 precision 设为 float32。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/own_model.py" />
            <source>Choose a model that was trained in epochs.</source>
            <translation>请选择按轮次训练的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/naming.py" />
            <source>Choose a name of its own.</source>
            <translation>请使用一个不重复的名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>Choose a network of at most {most:.1f} GB.</source>
            <translation>请选择不超过 {most:.1f} GB 的网络。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/start.py" />
            <source>Choose a preset that learns in epochs, or set listener to the folder of the model.</source>
            <translation>请选择按轮次学习的预设，或将 listener 设为该模型的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>Choose a project folder, or a file ending in .audioclf that this program made.</source>
            <translation>请选择项目文件夹，或由本程序创建的 .audioclf 文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>Choose a shorter window (window_s), the device cpu, or close other programs.</source>
            <translation>请缩短时间窗 (window_s)，改用设备 cpu，或关闭其他程序。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>Choose a table of two columns: a code, and the name that it stands for.</source>
            <translation>请选择两列的表格：代码及其表示的名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>Choose a table whose first line names its columns.</source>
            <translation>请选择首行为列名的表格。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_records.py" />
            <source>Choose an empty folder, or a new one.</source>
            <translation>选择空文件夹或新文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>Choose an empty folder, or make them with the settings of then.</source>
            <translation>选择空文件夹，或用当时的设置生成。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>Choose another class to merge it into.</source>
            <translation>请选择要合并到的另一个类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/copy_labels.py" />
            <source>Choose another clip; a label of the clip as a whole is given by `clips label`.</source>
            <translation>请选择其他片段；整个片段的标签由 `clips label` 给出。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>Choose another folder, or a noise that is made: white, pink or brown.</source>
            <translation>选择另一个文件夹，或选择生成的噪声：白、粉红或棕。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Choose another key, or give that command another one first.</source>
            <translation>请选择其他按键，或先为该命令更换按键。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Choose another key.</source>
            <translation>请选择其他按键。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/listener.py" />
            <source>Choose another listener.</source>
            <translation>请选择其他听音模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle_files.py" />
            <source>Choose another name for the model, or move what is there.</source>
            <translation>请为模型换一个名称，或移走该处已有的内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>Choose another name for the take.</source>
            <translation>请为录音换一个名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>Choose another name, or use that class.</source>
            <translation>请换一个名称，或使用该类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>Choose another name, or use that track.</source>
            <translation>请使用其他名称，或使用该轨道。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/results.py" />
            <source>Choose another place for the results.</source>
            <translation>请为结果选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/table_place.py" />
            <source>Choose another place for the table.</source>
            <translation>请为表格选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_rules.py" />
            <source>Choose another track, or make it a moment: its end where it starts.</source>
            <translation>请选择其他轨道，或将其改为时刻点：结束与开始相同。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/capture.py" />
            <source>Choose fewer channels or another microphone.</source>
            <translation>请减少声道数，或选择其他麦克风。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/predict.py" />
            <source>Choose files, or a folder that holds recordings; nothing was classified.</source>
            <translation>请选择文件，或包含录音的文件夹；未进行任何分类。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Choose labels first</source>
            <translation>请先选择标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>Choose one of its columns: {columns}.</source>
            <translation>请选择其中一列：{columns}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/preview_mixture.py" />
            <source>Choose one of these endings.</source>
            <translation>从这些扩展名中选择一个。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Choose one of: {names}.</source>
            <translation>请从以下选择：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Choose one that is there, or add it first: Tracks in the Label menu.</source>
            <translation>请选择已有的轨道，或先添加：“标注”菜单中的“轨道”。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>Choose one that stands, or one that was undone last.</source>
            <translation>请选择仍然有效的编辑，或最后撤销的编辑。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>Choose one, or a noise that is made: white, pink or brown.</source>
            <translation>请选择一个，或选择生成的噪声：白、粉红或棕。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Choose several: with Shift+click, or draw a rectangle around them.</source>
            <translation>请选择多个：Shift+单击，或画框圈选。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>Choose the clip that is meant for the file, or put the file beside its recording.</source>
            <translation>请为该文件指定对应的片段，或将文件放到其录音旁边。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/devices.py" />
            <source>Choose the device auto or cpu, or install the NVIDIA driver.</source>
            <translation>请将设备设为 auto 或 cpu，或安装 NVIDIA 驱动程序。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>Choose the file that ends in .audioclf, or make a project with `audioclf new`.</source>
            <translation>请选择 .audioclf 文件，或用 `audioclf new` 新建项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Choose the files in it that are meant.</source>
            <translation>请选择其中所指的文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>Choose the folder LibriSpeech that holds SPEAKERS.TXT and the subsets.</source>
            <translation>请选择包含 SPEAKERS.TXT 和各子集的 LibriSpeech 文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/commonvoice.py" />
            <source>Choose the folder of a language: it holds validated.tsv and clips.</source>
            <translation>请选择某种语言的文件夹：其中有 validated.tsv 和 clips。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>Choose the folder of a trained model; it holds bundle.json and model.safetensors.</source>
            <translation>请选择已训练模型的文件夹，其中包含 bundle.json 和 model.safetensors。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>Choose the folder that holds FSD50K.ground_truth and the folders of audio.</source>
            <translation>请选择包含 FSD50K.ground_truth 和音频文件夹的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>Choose the folder that holds it, evaluation_setup and audio.</source>
            <translation>请选择包含该表、evaluation_setup 和 audio 的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>Choose the folder that holds meta/esc50.csv, or import the table with chosen columns.</source>
            <translation>请选择包含 meta/esc50.csv 的文件夹，或自选列导入该表格。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>Choose the folder that holds metadata and audio.</source>
            <translation>请选择包含 metadata 和 audio 的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>Choose the folder that holds metadata/UrbanSound8K.csv.</source>
            <translation>请选择包含 metadata/UrbanSound8K.csv 的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/voxceleb.py" />
            <source>Choose the folder that holds vox1_meta.csv or vox2_meta.csv and the folders of audio.</source>
            <translation>请选择包含 vox1_meta.csv 或 vox2_meta.csv 以及音频文件夹的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>Choose the format it was written in, or export it again from the program that made it.</source>
            <translation>请选择文件实际使用的格式，或从生成它的程序中重新导出。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>Choose the front end listener-and-log-mel.</source>
            <translation>请选择前端 listener-and-log-mel。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Choose the front end log-mel.</source>
            <translation>请选择前端 log-mel。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Choose the sizes of trees in inner folds of the training clips: depths up to 8, or any depth, more trees and larger leaves too.</source>
            <translation>在训练片段的内层折中选择树的大小：深度不超过 8，或深度不限并包括更多的树和更大的叶节点。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>Choose the table of the data set.</source>
            <translation>请选择数据集的表格。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>Choose the table, its column of file names and its column of classes.</source>
            <translation>请选择表格、文件名所在列和类别所在列。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Choose validation by group.</source>
            <translation>请选择按录音组验证。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/adviser.py" />
            <source>Choosing a model</source>
            <translation>正在选择模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Chosen clips ({n})</source>
            <translation>选中的片段 ({n})</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Chosen from the labels, the recordings and the listeners that are installed.</source>
            <translation>根据标签、录音和已安装的听音模型选择。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <location filename="../../audioclf_gui/gui/label/label_menu.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: change the label</source>
            <extracomment>English plural: Class keys: change {n} labels</extracomment>
            <translation>
                <numerusform>类别键：更改 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: label the moment that is heard</source>
            <translation>类别键：标注正在播放的时刻</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: label the selected moment</source>
            <translation>类别键：标注选中的时刻点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: label the selection</source>
            <translation>类别键：标注选区</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: label the whole clip</source>
            <extracomment>English plural: Class keys: label {n} whole clips</extracomment>
            <translation>
                <numerusform>类别键：标注 {n} 个完整片段</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: label the whole clip, after asking</source>
            <translation>类别键：询问后标注整个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_hint.py" />
            <source>Class keys: label what was marked</source>
            <translation>类别键：标注已标记的一段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Classes of few sounds change by luck alone: look at those of many first.</source>
            <translation>声音很少的类别仅凭偶然就会变化：请先看声音多的类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Classes that got better or worse</source>
            <translation>变好或变差的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>Classify the files as a table instead: that has the number of each window.</source>
            <translation>请改用表格形式对文件分类：其中有每个时间窗的数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>Classifying files</source>
            <translation>正在对文件分类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Clear label</source>
            <translation>清除标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Clip</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Clips measured</source>
            <translation>评估片段数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Clips per step.</source>
            <translation>每步使用的片段数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Clips trained on</source>
            <translation>训练片段数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Close other programs that use it, or choose another device or sampling rate.</source>
            <translation>请关闭占用它的其他程序，或选择其他设备或采样率。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Close the other window or command, then open the project again.</source>
            <translation>请关闭另一个窗口或命令，然后重新打开项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <source>Close the other window, or copy the project to a folder that you may write to.</source>
            <translation>请关闭另一个窗口，或将项目复制到有写入权限的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/snapshots.py" />
            <source>Close the project and open it again: then it is mended as far as that is possible.</source>
            <translation>请关闭项目后重新打开：届时会尽可能修复。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objectives/agreement.py" />
            <source>Cohen's kappa</source>
            <translation>Cohen κ 系数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Columns of the table</source>
            <translation>表格的列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>Comma-separated values</source>
            <translation>逗号分隔值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/commonvoice.py" />
            <source>Common Voice: readers</source>
            <translation>Common Voice：朗读者</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Comparing recordings</source>
            <translation>正在比较录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Comparing splits</source>
            <translation>正在比较划分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/comparer.py" />
            <source>Comparing two runs</source>
            <translation>正在比较两次运行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Confused most often</source>
            <translation>最常混淆的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Confusion</source>
            <translation>混淆</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Confusion matrix: {right} of {n} answer right, {classes} classes.</source>
            <extracomment>English plural: Confusion matrix: {right} of {n} answers right, {classes} classes.</extracomment>
            <translation>
                <numerusform>混淆矩阵：{n} 个回答中 {right} 个正确，{classes} 个类别。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>Connect a microphone, or choose a file above.</source>
            <translation>请连接麦克风，或在上方选择文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Connect it again or choose another one, then read the list of devices anew.</source>
            <translation>请重新连接或选择其他设备，然后刷新设备列表。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Connect one, then read the list of devices anew.</source>
            <translation>请连接设备，然后刷新设备列表。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/page.py" />
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/ctm.py" />
            <source>Conversation Time Marked words</source>
            <translation>CTM 词（带对话时间标记）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/clip.py" />
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Convert it to WAV or FLAC, or leave it out.</source>
            <translation>请转换为 WAV 或 FLAC，或不使用此文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>Convert it to WAV or FLAC, then add that file.</source>
            <translation>请转换为 WAV 或 FLAC，再添加转换后的文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Convert such files to WAV or FLAC, find those that were moved, or leave them out.</source>
            <translation>请将这些文件转换为 WAV 或 FLAC，查找移动过的文件，或不使用它们。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Cool down and end after so many epochs in which validation did not improve; unset: never. Clips that are measured decide nothing, nor do fewer than some 240 clips where epochs is unset.</source>
            <translation>验证在这么多轮中没有改进后降低学习率并结束；未设置：从不。被测量的片段不参与决定；未设置 epochs 时，少于约 240 个片段也不参与决定。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Copy the project to a folder that you may write to and open it there to have it mended.</source>
            <translation>请将项目复制到有写入权限的文件夹，并在那里打开以便修复。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <source>Copy the project to a folder that you may write to and open it there.</source>
            <translation>请将项目复制到有写入权限的文件夹，并在那里打开。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Copy the project to a folder that you may write to, then open it there.</source>
            <translation>请将项目复制到有写入权限的文件夹，再从那里打开。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/brought.py" />
            <source>Copy {name} with the hash {hash} into {folder}.</source>
            <translation>请将哈希值为 {hash} 的 {name} 复制到 {folder}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>Copying labels</source>
            <translation>正在复制标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/snapshot_keeper.py" />
            <source>Copying the project</source>
            <translation>正在复制项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>Correct that line; or put one above all that calls the columns {names}.</source>
            <translation>请更正该行；或在最前面加一行，将各列命名为 {names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>Correct the quotes in that line, or save the table again from a spreadsheet program.</source>
            <translation>请更正该行的引号，或用电子表格程序重新保存表格。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Count</source>
            <translation>数量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Counting the examples</source>
            <translation>正在统计样本</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Counts: a row for each true class, a column for each answer.</source>
            <translation>计数：每行一个真实类别，每列一个回答。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Cross-validation: trains once for each fold and is measured on it, then the model to keep learns from all clips; without folds of your own, up to five are made of recording groups</source>
            <translation>交叉验证：每折各训练一次并在该折上评估，最后用所有片段训练要保留的模型；如果没有自带的折，则按录音组划分，最多五折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Cursor at {time}</source>
            <translation>光标位于 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Cut them longer, or leave them out.</source>
            <translation>请截取得更长一些，或不使用它们。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>DCASE: scenes or events</source>
            <translation>DCASE：场景或事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>DESED: events at home</source>
            <translation>DESED：家庭事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Decide on one class for each.</source>
            <translation>请为每个声音确定一个类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Decision trees over a few hundred numbers of each clip: trained in seconds, a first answer.</source>
            <translation>基于每个片段数百个数值的决策树：数秒即可训练完成，得到初步结果。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/soundness.py" />
            <source>Decode it anew from its source (`flac -d -F` saves what is left), or leave it out.</source>
            <translation>请从来源重新解码（`flac -d -F` 可保存剩余内容），或不使用此文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/editing.py" />
            <source>Delete or merge the class together with its labels.</source>
            <translation>请将类别连同其标签一起删除或合并。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Delete run {id:d}</source>
            <translation>删除第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_records.py" />
            <source>Delete the folder {folder} and make them anew.</source>
            <translation>删除文件夹 {folder} 并重新生成。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Delete with its labels</source>
            <translation>连同其标签一起删除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Deleting run {id:d}</source>
            <translation>正在删除第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Dense layers over a frozen network for photographs, whose weights you bring in a file; slow.</source>
            <translation>在冻结的照片网络上叠加全连接层，其权重由您以文件提供；较慢。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Did you mean {name!r}?</source>
            <translation>您是指 {name!r} 吗？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Did you mean: {names}?</source>
            <translation>您是指：{names}？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Distance of two columns.</source>
            <translation>相邻两列的间隔。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Divisions from a tree's root to its leaves; unset: until each leaf is of one class.</source>
            <translation>从树根到叶节点的划分次数；不设：直到每个叶节点只含一个类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>Do it again: it goes on from there.</source>
            <translation>再做一次：会从那里继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>Drag each label over all of its sound; {least:g} ms is the least.</source>
            <translation>请拖动每个标签，使其覆盖整个声音；至少 {least:g} ms。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>Drag each mark over the sound that it means, in Label.</source>
            <translation>请在“标注”中拖动每个标记，使其覆盖所指的声音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Drawing (SVG)</source>
            <translation>矢量图 (SVG)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Duration</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Duration 90 %</source>
            <translation>90 % 时长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>ELAN annotations</source>
            <translation>ELAN 标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>ESC-10, the part of ESC-50 that its table marks</source>
            <translation>ESC-10，即 ESC-50 的表格所标出的部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>ESC-50 or a table like it</source>
            <translation>ESC-50 或类似表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Each dot stands for the answers of about one score, the larger the more of them; below the line the model is surer than it should be.</source>
            <translation>每个点代表分数相近的回答，点越大回答越多；落在线下表示模型过于自信。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>Each of {outer:d} folds is kept apart from a search of its own, and a last one sees them all. {trials:d} trials in some {inner:d} inner folds each: about {cost:d} trainings.</source>
            <translation>{outer:d} 折各自留出并各做一次搜索，最后一次搜索使用全部。每次 {trials:d} 个试验，各约 {inner:d} 个内层折：约 {cost:d} 次训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Each on the sounds that it was judged by itself</source>
            <translation>各自在自己被评判的声音上</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Each run is compared with run {id:d}.</source>
            <translation>每次训练都与第 {id:d} 次比较。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/batching.py" />
            <source>Each step learns from {size:d} clips instead of {usual:d}, as there are {n:d} and a GPU computes.</source>
            <translation>每步学习 {size:d} 个片段而不是 {usual:d} 个，因为共有 {n:d} 个片段且使用 GPU 计算。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/estimators/forest.py" />
            <source>Each tree learns from {n} window drawn by chance, so that the model stays small.</source>
            <extracomment>English plural: Each tree learns from {n} windows drawn by chance, so that the model stays small.</extracomment>
            <translation>
                <numerusform>每棵树从随机抽取的 {n} 个时间窗学习，使模型保持较小。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/context.py" />
            <source>Editing clips</source>
            <translation>正在编辑片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>Editing labels</source>
            <translation>正在编辑标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/journal.py" />
            <source>Edits after it can be undone, those before it cannot; all labels are as they were.</source>
            <translation>此后的编辑可以撤销，此前的则不能；所有标签均保持原样。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/compression.py" />
            <source>Eight bits: on the model's three test sounds scores differ by up to {largest:.3f}. What that costs in {figure} is not known without clips.</source>
            <translation>8 位：在模型的三个测试声音上，得分最多相差 {largest:.3f}。没有片段，无从得知对{figure}的影响。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/compression.py" />
            <source>Eight bits: {figure} {before:.3f} becomes {after:.3f} on {n} clip; scores differ by up to {largest:.3f}.</source>
            <extracomment>English plural: Eight bits: {figure} {before:.3f} becomes {after:.3f} on {n} clips; scores differ by up to {largest:.3f}.</extracomment>
            <translation>
                <numerusform>8 位：在 {n} 个片段上，{figure}由 {before:.3f} 变为 {after:.3f}；得分最多相差 {largest:.3f}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>End</source>
            <translation>结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <source>Ends at {time}</source>
            <translation>结束于 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Epoch whose weights were kept</source>
            <translation>保留其权重的轮次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Epochs between reports on the validation clips, kept as files.</source>
            <translation>每隔多少轮报告一次验证片段上的结果，并保存为文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/find_presets.py" />
            <source>Equal windows</source>
            <translation>等长窗口</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Error</source>
            <translation>误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Estimate</source>
            <translation>估计值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Estimates</source>
            <translation>估计值</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Estimates of {n} clip over the truth, and their errors; {quantity}.</source>
            <extracomment>English plural: Estimates of {n} clips over the truth, and their errors; {quantity}.</extracomment>
            <translation>
                <numerusform>{n} 个片段的估计值与真值及其误差；{quantity}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>Every clip is labelled.</source>
            <translation>所有片段均已标注。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>Every clip with a suggestion has a label.
Train again for better suggestions.</source>
            <translation>有建议的片段均已标注。
再次训练可得到更好的建议。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>Every fold is judged; now the model to keep learns from all clips.</source>
            <translation>各折均已评估；现在用所有片段训练要保留的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>Export it without int8.</source>
            <translation>请不带 int8 导出。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Export picture</source>
            <translation>导出图片</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Export sounds of labels</source>
            <translation>导出标签的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Export the model</source>
            <translation>导出模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <source>Export the model again, or copy the file once more from where it came.</source>
            <translation>请重新导出模型，或从文件的来源处重新复制。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <location filename="../../audioclf_gui/ml/listeners/tflite_file.py" />
            <source>Export the network again with the standard operations, or choose another file.</source>
            <translation>请只用标准运算重新导出该网络，或选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Exporting events</source>
            <translation>正在导出事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Exporting labels</source>
            <translation>正在导出标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Exporting readings</source>
            <translation>正在导出读数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>Exporting sounds</source>
            <translation>正在导出声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>Exporting the model</source>
            <translation>正在导出模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Exporting the picture</source>
            <translation>正在导出图片</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>F1</source>
            <translation>F1 值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>FSD50K or tables like its</source>
            <translation>FSD50K 或类似表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>False</source>
            <translation>误判</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>Fetch it again. If that does not help, its owner has changed it: see what the owner says, then give its address in place of its name.</source>
            <translation>再次获取。若无济于事，说明其所有者已更改它：查看所有者的说明，然后用其地址代替名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>Fetch or copy the archive again.</source>
            <translation>重新获取或复制该归档文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>Fetching</source>
            <translation>正在获取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Figures</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Find in {n} clip</source>
            <extracomment>English plural: Find in {n} clips</extracomment>
            <translation>
                <numerusform>在 {n} 个片段中查找</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>Find moved recordings.</source>
            <translation>查找移动过的录音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Find sounds</source>
            <translation>查找声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_loader.py" />
            <source>Find the folder it was moved to; its labels are safe.</source>
            <translation>请查找它被移到的文件夹；其标签不受影响。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/finding.py" />
            <source>Finding sounds</source>
            <translation>正在查找声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Finer steps in time and changes of pitch in training, for speech and new speakers.</source>
            <translation>时间分辨率更高，训练时加入音高变化，适用于语音和新的说话人。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Floor below each clip's loudest point; unset: -100 dB.</source>
            <translation>相对每个片段最响处的下限；不设：−100 dB。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Fold</source>
            <translation>折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Fold by fold</source>
            <translation>逐折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>Fold by fold, each on the clips that its training had not heard.</source>
            <translation>逐折评估，每折都用其训练未用过的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Fold {name}</source>
            <translation>折 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>Fold {name} ({part:d} of {whole:d} examples) is kept apart from the search, and judged once, at its end. {trials:d} trials in {inner:d} inner folds each: at most {cost:d} trainings.</source>
            <translation>第 {name} 折（{whole:d} 个样本中的 {part:d} 个）不参与搜索，仅在结束时评判一次。{trials:d} 个试验，各 {inner:d} 个内层折：至多 {cost:d} 次训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Fold {name}: {figure}.</source>
            <translation>折 {name}：{figure}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>Folders: one for each class</source>
            <translation>文件夹：每个类别一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>Folds, mean ± sd</source>
            <translation>各折均值 ± 标准差</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/finding.py" />
            <source>Found {n} sound</source>
            <extracomment>English plural: Found {n} sounds</extracomment>
            <translation>
                <numerusform>找到 {n} 段声音</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Four networks answer together, each trained for twice as long: for when time does not matter.</source>
            <translation>四个网络共同判断，每个的训练时间加倍：适用于不在意用时的情况。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Free regions</source>
            <translation>自由区段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Free some disk space or check the folder's permissions, then do it again.</source>
            <translation>请腾出磁盘空间或检查文件夹权限，然后重试。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <location filename="../../audioclf_gui/formats/archives/letting_out.py" />
            <source>Free some space on its disk, or choose a folder on another one.</source>
            <translation>请腾出该磁盘的空间，或选择其他磁盘上的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_place.py" />
            <source>Free some space on the project's disk. Until then choose the model's folder to use it.</source>
            <translation>请腾出项目所在磁盘的空间。在此之前，可选择该模型文件夹来使用它。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Frequency 5 %</source>
            <translation>5 % 频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Frequency 95 %</source>
            <translation>95 % 频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Frequency bands.</source>
            <translation>频带数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>From a score of {threshold:.2f}: {right} right, {missed} missed, {false} false; precision {precision:.2f}, recall {recall:.2f}</source>
            <translation>分数 {threshold:.2f} 起：{right} 个正确，{missed} 个遗漏，{false} 个误报；精确率 {precision:.2f}，召回率 {recall:.2f}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/spectrogram_presets.py" />
            <source>General</source>
            <translation>通用</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>General sounds</source>
            <translation>通用声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>Give a file run-….settings.json from a project's models folder.</source>
            <translation>请指定项目 models 文件夹中的 run-….settings.json 文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixtures.py" />
            <source>Give a level from -60 to 0 dB.</source>
            <translation>请给出 -60 到 0 dB 的电平。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/species.py" />
            <source>Give a number above 0, up to 1.</source>
            <translation>请输入大于 0 且不超过 1 的数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Give a number from {low:g} to {high:g} {unit}.</source>
            <translation>请输入 {low:g} 至 {high:g} 之间的数（{unit}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Give a number from {low:g} to {high:g}.</source>
            <translation>请输入 {low:g} 至 {high:g} 之间的数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixtures.py" />
            <source>Give a rate from 1000 to 768000 Hz, or 0 for that of the sounds.</source>
            <translation>请给出 1000 到 768000 Hz 的采样率，或 0 表示与声音相同。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Give a text.</source>
            <translation>请输入文字。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/segment.py" />
            <source>Give a threshold in dB, positive with --over-floor, lengths in seconds that are not negative, and a low frequency in Hz below the high one.</source>
            <translation>请给出以 dB 为单位的阈值（使用 --over-floor 时为正）、非负的秒数，以及低于上限的下限频率 (Hz)。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Give a whole number from {low:d} to {high:d} {unit}.</source>
            <translation>请输入 {low:d} 至 {high:d} 之间的整数（{unit}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Give a whole number from {low:d} to {high:d}.</source>
            <translation>请输入 {low:d} 至 {high:d} 之间的整数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>Give at least one letter, number or sign.</source>
            <translation>请至少输入一个字母、数字或符号。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Give clips of other values too.</source>
            <translation>请再提供其他数值的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Give it another one, or delete the label.</source>
            <translation>请给它另一个类别，或删除标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>Give it as sha256: and 64, or md5: and 32 hexadecimal digits.</source>
            <translation>请写成 sha256: 加 64 位，或 md5: 加 32 位十六进制数字。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Give its settings, all of which stand below, to a preset that is known.</source>
            <translation>把下面列出的全部设置用于一个已知的预设。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>Give more recordings, {least} stretches at least.</source>
            <translation>请提供更多录音，至少 {least} 段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/class_lists.py" />
            <source>Give one name in each line, or a table with a column called class.</source>
            <translation>请每行给出一个名称，或给出含有 class 列的表格。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/addresses.py" />
            <source>Give one that begins with https:// or http://, or the name of a known data set.</source>
            <translation>请给出以 https:// 或 http:// 开头的地址，或已知数据集的名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>Give red, green and blue as hexadecimal numbers: “#e69f00”, for one.</source>
            <translation>请用十六进制数给出红、绿、蓝，例如“#e69f00”。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixture_subsets.py" />
            <source>Give the clips groups (speaker, site, recording) that are more than the subsets, or ask for no mixtures of one subset.</source>
            <translation>让片段的组（说话人、地点、录音）多于子集，或对某个子集不要求混合。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/kaggle.py" />
            <source>Give the one that looks like https://www.kaggle.com/datasets/owner/name.</source>
            <translation>请给出形如 https://www.kaggle.com/datasets/owner/name 的地址。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/opening.py" />
            <source>Give the path of its file, or its number as `audioclf info PROJECT` tells it.</source>
            <translation>请给出其文件路径，或 `audioclf info PROJECT` 列出的编号。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/backbone_file.py" />
            <source>Give the safetensors file of a network with 16 weight layers of the kind called VGG-16.</source>
            <translation>请提供含 16 个权重层的 VGG-16 类网络的 safetensors 文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Give them one class first.</source>
            <translation>请先给它们同一个类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixtures.py" />
            <source>Give three parts that are not negative, 0.8 0.1 0.1 for example.</source>
            <translation>请给出三个不为负的比例，例如 0.8 0.1 0.1。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Give true or false.</source>
            <translation>请输入 true 或 false。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixtures.py" />
            <source>Give two numbers from {low:g} to {high:g}, the smaller one first.</source>
            <translation>请给出 {low:g} 到 {high:g} 之间的两个数，较小的在前。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/speech.py" />
            <source>Google speech_embedding (Lin et al. 2020), in the package openwakeword by David Scripka</source>
            <translation>Google speech_embedding (Lin et al. 2020)，出自 David Scripka 的 openwakeword 软件包</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Grey</source>
            <translation>灰度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Grey on white</source>
            <translation>白底灰度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Group</source>
            <translation>录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Groups</source>
            <translation>录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Groups, the worst first</source>
            <translation>各组，最差的在前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Guessing that knows only how frequent the classes are would come to {guess:.3f}.</source>
            <translation>只知道类别频率的猜测会得到 {guess:.3f}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Hamming</source>
            <translation>汉明窗 (Hamming)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Hann</source>
            <translation>汉宁窗 (Hann)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>Have the project packed again, by `audioclf pack` or the window's menu.</source>
            <translation>请用 `audioclf pack` 或窗口菜单重新打包项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Heard at once</source>
            <translation>一次听取</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Heard in {n} of {total} clip. Name the classes that they become:</source>
            <extracomment>English plural: Heard in {n} of {total} clips. Name the classes that they become:</extracomment>
            <translation>
                <numerusform>在 {total} 个片段中的 {n} 个里听到。请指定它们对应的类别：</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/species.py" />
            <source>Heard were: {names}.</source>
            <translation>听到的有：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Highest accuracy</source>
            <translation>最高准确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Highest frequency</source>
            <translation>最高频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Hold fewer groups out, or give clips of other values to the others.</source>
            <translation>请减少留出的录音组，或在其他录音组中提供其他数值的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Hold fewer groups out, or label clips of more classes in the others.</source>
            <translation>请减少留出的录音组，或在其他录音组中标注更多类别的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>How far luck goes</source>
            <translation>偶然的范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>How far the scores are from the share that is right, on average; 0 is best. T is the temperature that the scores were divided by for it: 1 as the network gave them</source>
            <translation>得分与实际正确比例的平均差距；0 为最佳。T 是为此将网络输出除以的温度：1 表示保持网络的原始输出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>How good it is</source>
            <translation>性能</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>How many times the usual number of epochs, where that is unset.</source>
            <translation>未设置轮数时，轮数为通常的多少倍。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>How much a model file hears at once; unset: as it says.</source>
            <translation>模型文件一次听取的时长；不设：以文件说明为准。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>How much sound the model hears at once; unset: from the clips' lengths.</source>
            <translation>模型一次听取的时长；不设：由片段时长决定。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>How sound is played: {how}</source>
            <translation>声音播放方式：{how}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>How sure {n} label is, is lost.</source>
            <extracomment>English plural: How sure {n} labels are, is lost.</extracomment>
            <translation>
                <numerusform>{n} 个标签的把握将丢失。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>How surprised the model was, in nats; of sets of classes per class</source>
            <translation>模型的意外程度，以 nat 计；对类别的集合，按每个类别计</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>How the rate falls to zero after it; none: it stays, unless training ends early.</source>
            <translation>此后学习率如何降至零；none：保持不变，除非训练提前结束。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>How they were parted: {split}.</source>
            <translation>划分方式：{split}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>How to repeat it</source>
            <translation>如何重复</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Hz</source>
            <translation>Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>If it is the same, name it alike: audioclf quantity PROJECT --name … --unit …, or in the Train workspace. If not, make a project of its own for it.</source>
            <translation>如果是同一个量，请使用相同的名称：audioclf quantity PROJECT --name … --unit …，或在“训练”工作区中命名。如果不是，请为它单独创建项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/addresses.py" />
            <source>If that is all right, fetch that address instead.</source>
            <translation>如果没有问题，请改为获取那个地址。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>If the data set is right, correct the clip, or clear it and import again.</source>
            <translation>如果数据集正确，请更正该片段，或清除后重新导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>If they sound together, that is learnt where a tenth of all labels do so, or with objective = multi-label; else draw the labels apart, or merge the classes.</source>
            <translation>如果确实同时发声：当十分之一的标签如此时，或设 objective = multi-label 时，模型会学习这一点；否则请将标签分开，或合并类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Import a table with a column of numbers, and choose it as the target.</source>
            <translation>请导入含有数值列的表格，并将该列选作目标。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>Import a table with a column of {quantity}, and choose it as the target.</source>
            <translation>请导入含有 {quantity} 列的表格，并将该列选作目标。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>Import that one, or move it away and fetch again.</source>
            <translation>导入那一个，或将其移走后再次获取。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>Import that recording again, then these labels.</source>
            <translation>请重新导入该录音，再导入这些标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>Import the recording that is meant, or choose the clip for the file.</source>
            <translation>请导入所指的录音，或为该文件指定片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>Import the recording that is meant. If it is {clip}, choose that clip for the file, or let only file names count.</source>
            <translation>请导入所指的录音。如果就是 {clip}，请为该文件指定此片段，或只按文件名对应。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_claims.py" />
            <source>Import the recordings of the others too, or choose the clip for the one that is meant. If all are about it, let only file names count.</source>
            <translation>请将其他文件所指的录音也导入，或为所指的文件指定片段。如果全都对应它，请只按文件名对应。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/placing.py" />
            <source>Import the recordings that are meant, then the file again; or let only file names count.</source>
            <translation>请导入所指的录音，再重新导入该文件；或只按文件名对应。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/folder_watcher.py" />
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Importing</source>
            <translation>正在导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>In short</source>
            <translation>概要</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/settings.py" />
            <source>In the preset</source>
            <translation>预设中的值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Install it (Debian and Ubuntu: libportaudio2; Fedora: portaudio), then start again.</source>
            <translation>请安装它（Debian 和 Ubuntu：libportaudio2；Fedora：portaudio），然后重新启动。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/packages.py" />
            <source>Install it with: {command}</source>
            <translation>安装命令：{command}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>Install the newest version of audioclf-gui, then unpack it.</source>
            <translation>请安装最新版本的 audioclf-gui，然后解包。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/birdnet.py" />
            <location filename="../../audioclf_gui/ml/listeners/packages.py" />
            <source>Install the right one with: {command}</source>
            <translation>安装正确版本的命令：{command}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/chosen_columns.py" />
            <source>It can say one of: {fields}.</source>
            <translation>它可以是：{fields}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>It has to take one sound, or one log-mel spectrogram, as float32 in a batch of 1.</source>
            <translation>它必须接受一个声音或一个对数梅尔声谱图，类型为 float32，批次大小为 1。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>It has {what} now.</source>
            <translation>现有 {what}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>It hears nothing above {half_hz:d} Hz, and sound of another rate than {rate_hz:d} Hz must be resampled first.</source>
            <translation>它听不到 {half_hz:d} Hz 以上的声音；采样率不是 {rate_hz:d} Hz 的声音须先重采样。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_model.py" />
            <source>It hears {window_s:g} s of mono sound at {rate_hz:d} Hz at once: {frames} samples.</source>
            <translation>它一次听取 {window_s:g} s 的 {rate_hz:d} Hz 单声道声音：{frames} 个采样点。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>It hears {window_s:g} s of mono sound at {rate_hz:d} Hz at once; a shorter sound is lengthened by {rule}, a longer one is heard window by window.</source>
            <translation>它一次听取 {window_s:g} s 的 {rate_hz:d} Hz 单声道声音；较短的声音以{rule}补足，较长的则逐个时间窗听取。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>It is built and hears as the model that it starts from, {window_s:g} s of sound at {rate_hz:d} Hz at once, whatever else is set.</source>
            <translation>它按所起始的模型构建和聆听，一次 {window_s:g} s 声音、{rate_hz:d} Hz，不论其他设置如何。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>It is kept as {path}.</source>
            <translation>它保存为 {path}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>It is no sound, but takes the room of sound: check the recorder.</source>
            <translation>直流偏移不是声音，却占用声音的动态范围：请检查录音设备。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>It knows no other sounds than its classes: whatever it hears, the scores of its classes add up to 1.</source>
            <translation>它只认识自己的类别：无论听到什么，各类别的得分之和总为 1。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>It lies on a read-only disk: choose a folder on another one.</source>
            <translation>它位于只读磁盘上：请选择其他磁盘上的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>It takes: {options}. Set {option} to none.</source>
            <translation>它支持：{options}。请将 {option} 设为 none。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>It was not measured.</source>
            <translation>未经评估。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Its check sums were damaged, too, so single letters may be wrong without a sign of it.</source>
            <translation>其校验和也已损坏，因此个别字符可能有误而无从察觉。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/speech.py" />
            <source>Its licence allows to pass it on together with this note.</source>
            <translation>其许可证允许连同此说明一起转交他人。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Its score</source>
            <translation>其分数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>Its scores are worse than guessed ones (log loss {log_loss:.2f}, guessing {guess:.2f}): heed which class it names, not how sure it is.</source>
            <translation>其得分不如猜测（对数损失 {log_loss:.2f}，猜测为 {guess:.2f}）：可参考它给出的类别，但不要相信其确信程度。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams.py" />
            <source>JAMS annotations of music</source>
            <translation>JAMS 音乐标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>Join them, for example with `zip -s 0 {name} --out whole.zip`.</source>
            <translation>将它们合并，例如用 `zip -s 0 {name} --out whole.zip`。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Judged</source>
            <translation>已评判</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/group_notes.py" />
            <source>Judged by {groups}, too few to tell how far the figures are luck: hold out all folds, one after the other, to judge by all {in_all:d}.</source>
            <translation>由 {groups} 评判，太少，无法说明指标有多少是运气：依次留出所有折，以便用全部 {in_all:d} 个评判。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/group_notes.py" />
            <source>Judged by {groups}, too few to tell how far the figures are luck: label sounds of more recordings, and of more speakers or sites where there are such.</source>
            <translation>由 {groups} 评判，太少，无法说明指标有多少是运气：请标注更多录音的声音，若有不同说话人或地点，也请标注更多的。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>Judging labels</source>
            <translation>正在评判标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/birdnet.py" />
            <source>K. Lisa Yang Center for Conservation Bioacoustics, Cornell Lab of Ornithology, and TU Chemnitz</source>
            <translation>康奈尔大学鸟类学实验室 K. Lisa Yang 保护生物声学中心与开姆尼茨工业大学</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/kaggle.py" />
            <source>Kaggle asks who you are, and nothing here says so</source>
            <translation>Kaggle 要求表明身份，而这里没有任何说明</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/kaldi.py" />
            <source>Kaldi segments</source>
            <translation>Kaldi 分段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/clip_capture.py" />
            <source>Keeping what was heard</source>
            <translation>正在保留听到的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Keeps the model from being too sure of wrong labels.</source>
            <translation>防止模型对错误的标签过于确信。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>Kept {length} as {name}; it is in the label queue.</source>
            <translation>已保留 {length}（{name}），并放入待标注队列。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>Kept: {selection}.</source>
            <translation>保留：{selection}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/page_turner.py" />
            <source>Keys: {first}–{last} of {classes}</source>
            <translation>按键：第 {first}–{last} 个，共 {classes} 个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Known are: {names}.</source>
            <translation>可用的有：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/birdnet.py" />
            <source>Knows birds and is the best start for most other sounds too.</source>
            <translation>认识鸟类，对大多数其他声音也是最好的起点。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/label_studio.py" />
            <source>Label Studio tasks</source>
            <translation>Label Studio 任务</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Label also as</source>
            <translation>同时标注为</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Label as</source>
            <translation>标注为</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <source>Label as a whole</source>
            <translation>标注整个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Label clips of another class too, for example background.</source>
            <translation>请再标注其他类别的片段，例如背景声。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>Label clips or parts of them with classes first.</source>
            <translation>请先用类别标注片段或其中的部分。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>Label clips that it has not heard, then measure it on them; or measure it with its training clips, which tells how well it has learnt them and no more.</source>
            <translation>标注它没有听过的片段，再在其上测量；或连同训练片段一起测量，那只说明它学得如何。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>Label clips with the model's classes: {classes}.</source>
            <translation>请用模型的类别标注片段：{classes}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Label more clips of each class.</source>
            <translation>请为每个类别标注更多片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>Label more of them, best from other recordings.</source>
            <translation>请标注更多片段，最好来自其他录音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Label some clips of each class first.</source>
            <translation>请先为每个类别标注一些片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>Label sounds of {least} speakers, sites or recordings at least, or say which clips belong together: `audioclf clips group`, or the field Group in the Label workspace.</source>
            <translation>请至少标注 {least} 个说话人、地点或录音的声音，或说明哪些片段属于一组：`audioclf clips group`，或标注工作区中的“组”字段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>Label such sounds anew, unless silence is what is to be learnt.</source>
            <translation>请重新标注这类声音，除非要学习的就是静音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>Label table</source>
            <translation>标签表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <source>Label the whole clip of {length} with {name}?</source>
            <translation>将长 {length} 的整个片段标注为“{name}”？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_finder.py" />
            <source>Label with a class</source>
            <translation>用类别标注</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <source>Label {n} clip as a whole with {name}?</source>
            <extracomment>English plural: Label {n} clips as a whole with {name}?</extracomment>
            <translation>
                <numerusform>将 {n} 个片段整体标注为“{name}”？</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Labelled pieces</source>
            <translation>已标注的区段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Labels measured</source>
            <translation>测量用的标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Labels that had been deleted or changed may be back: please look through them.</source>
            <translation>已删除或更改过的标签可能又出现了：请检查一遍。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Labels trained on</source>
            <translation>训练用的标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest change of loudness.</source>
            <translation>响度的最大变化。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest change of timbre: a random curve through four points.</source>
            <translation>音色的最大变化：经过四个点的随机曲线。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Largest errors</source>
            <translation>最大误差</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>Largest errors, of {n} judged clip</source>
            <extracomment>English plural: Largest errors, of {n} judged clips</extracomment>
            <translation>
                <numerusform>最大误差（共评判 {n} 个片段）</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest height of a blanked band.</source>
            <translation>遮盖频带的最大高度。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest length of a blanked stretch.</source>
            <translation>遮盖时段的最大长度。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest shift in frequency.</source>
            <translation>频率上的最大平移。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest shift in time.</source>
            <translation>时间上的最大平移。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest step size of the one-cycle schedule.</source>
            <translation>单周期调度中的最大步长。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Learning</source>
            <translation>学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>Learning from parts of the labels</source>
            <translation>正在从部分标注学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>Learnt by {learner}, whole groups at a time, and measured on groups that were not learnt; the figure beyond the last point is a power law's, and no promise.</source>
            <translation>由{learner}学习，每次取整组，在未学过的组上测量；最后一点之后的数字由幂律外推，并非承诺。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>Learnt from {n} clip in {windows}.</source>
            <extracomment>English plural: Learnt from {n} clips in {windows}.</extracomment>
            <translation>
                <numerusform>学习了 {n} 个片段，共 {windows}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>Learnt from {n} label in {windows}.</source>
            <extracomment>English plural: Learnt from {n} labels in {windows}.</extracomment>
            <translation>
                <numerusform>学习了 {n} 个标签，共 {windows}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>Learnt from {n} stretch of one set of classes, in {windows}.</source>
            <extracomment>English plural: Learnt from {n} stretches of one set of classes each, in {windows}.</extracomment>
            <translation>
                <numerusform>学习了 {n} 个区段（每段为一组类别），共 {windows}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>Leave it out.</source>
            <translation>请不要使用此文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>Leave one line for each code in the table.</source>
            <translation>请在表格中为每个代码只保留一行。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>Leave one of the two out: it would not be told which one a class is called by.</source>
            <translation>请去掉两者之一：否则无法确定类别以哪个命名。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out.py" />
            <source>Leave one of them out.</source>
            <translation>请去掉其中一个。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>Leave out the name of the column, or choose the format of a table.</source>
            <translation>请不要指定列名，或选择表格类的格式。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Leave such clips out, unless silence is what is to be learnt.</source>
            <translation>请不要使用这类片段，除非要学习的就是静音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/addresses.py" />
            <source>Leave them out, or fetch the file in a browser and import it.</source>
            <translation>将其略去，或在浏览器中获取文件后导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Leave weights empty.</source>
            <translation>请将 weights 留空。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Length</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Length of a spectrogram column.</source>
            <translation>声谱图一列的时长。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/train.py" />
            <source>Let it run for an epoch.</source>
            <translation>请至少让它训练一轮。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Level</source>
            <translation>电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>LibriSpeech: readers</source>
            <translation>LibriSpeech：朗读者</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Likely label errors</source>
            <translation>可能的标注错误</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>Likely label errors first, of {n} judged label; {strong} strongly doubted</source>
            <extracomment>English plural: Likely label errors first, of {n} judged labels; {strong} strongly doubted</extracomment>
            <translation>
                <numerusform>可能的标注错误在前，共评判 {n} 个标注；{strong} 个强烈存疑</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Limits</source>
            <translation>局限</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>List its values: {name}=A,B,C.</source>
            <translation>请列出其取值：{name}=A,B,C。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/streams.py" />
            <source>Listen to another one.</source>
            <translation>请改听其他声音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Listener and network</source>
            <translation>听音模型与网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/listener.py" />
            <source>Listening</source>
            <translation>正在监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>Listening for birds</source>
            <translation>正在听辨鸟类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_rows_keeper.py" />
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>Listing labels</source>
            <translation>正在列出标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Logarithmic</source>
            <translation>对数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/task.py" />
            <source>Look at the reasons given, repair or replace the files, then train again.</source>
            <translation>请查看给出的原因，修复或替换这些文件，然后重新训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/search.py" />
            <source>Look at what the trials say, and narrow the space.</source>
            <translation>请查看各试验的说明，并缩小范围。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/far_estimates.py" />
            <source>Look for likely label errors instead.</source>
            <translation>请改为查找可能的标签错误。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>Look into {folder}.</source>
            <translation>请查看 {folder}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/folder_watcher.py" />
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Looking at files</source>
            <translation>正在查看文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Looking at the sounds</source>
            <translation>正在查看声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Looking for microphones</source>
            <translation>正在查找麦克风</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>Looking for moved sounds</source>
            <translation>正在查找移动过的声音文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>Looking for zero crossings</source>
            <translation>正在查找过零点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/clips.py" />
            <source>Loosen the filter; nothing was changed.</source>
            <translation>请放宽筛选条件；未作任何更改。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Loss, {figure} and learning rate of {n} training over its epochs.</source>
            <extracomment>English plural: Loss, {figure} and learning rate of {n} trainings over their epochs.</extracomment>
            <translation>
                <numerusform>{n} 次训练的损失、{figure}和学习率随轮次的变化。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Loss, {figure} and learning rate over {n} epoch.</source>
            <extracomment>English plural: Loss, {figure} and learning rate over {n} epochs.</extracomment>
            <translation>
                <numerusform>{n} 轮中的损失、{figure}和学习率。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Lowest frequency</source>
            <translation>最低频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>MAE</source>
            <translation>平均绝对误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/find_presets.py" />
            <location filename="../../audioclf_gui/audio/spectrogram_presets.py" />
            <source>Machines</source>
            <translation>机器</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Mains hum at {hum_hz:.0f} Hz is louder than all else: check cables and power supply.</source>
            <translation>{hum_hz:.0f} Hz 工频哼声盖过了其他声音：请检查线缆和电源。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Make a project or open one, then drop the files again.</source>
            <translation>请新建或打开一个项目，然后重新拖放文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/kaggle.py" />
            <source>Make a token in the settings of your account there and put kaggle.json into the folder .kaggle of your home folder, or set KAGGLE_USERNAME and KAGGLE_KEY.</source>
            <translation>在那里的账户设置中创建令牌，将 kaggle.json 放入主文件夹的 .kaggle 文件夹，或设置 KAGGLE_USERNAME 和 KAGGLE_KEY。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>Make coefficients smaller than mels, or as large.</source>
            <translation>请使 coefficients 不大于 mels。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>Make fewer or shorter ones, or choose a folder on another disk.</source>
            <translation>减少或缩短混合，或选择另一磁盘上的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Make mel_hop_s smaller than mel_window_s.</source>
            <translation>请使 mel_hop_s 小于 mel_window_s。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_rules.py" />
            <source>Make room first, or choose a track of free regions.</source>
            <translation>请先腾出空间，或选择允许重叠的轨道。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>Make room on the disk or choose another folder; what was recorded until then is kept.</source>
            <translation>请腾出磁盘空间或选择其他文件夹；此前录下的内容已保留。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixture_example.py" />
            <source>Making an example</source>
            <translation>正在生成示例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>Making mixtures</source>
            <translation>正在生成混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/project_maker.py" />
            <source>Making the demo</source>
            <translation>正在生成演示项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>McNemar p = {p:.3f}</source>
            <translation>McNemar p = {p:.3f}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Mean F1 of the classes</source>
            <translation>各类别 F1 的平均值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Mean absolute error: how far an estimate is from the truth, on average</source>
            <translation>平均绝对误差：估计值与真实值的平均差距</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Mean level</source>
            <translation>平均电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Mean over the classes of the precision at each sound of the class, by falling score</source>
            <translation>按得分从高到低，在该类别的每个声音处计算精确率并取平均，再对各类别取平均</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Mean recall of the classes: rare ones count as much</source>
            <translation>各类别召回率的平均值：稀少的类别权重相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Mean score</source>
            <translation>平均分数</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>Measured on clips held back; the model kept was then trained on {n} clip.</source>
            <extracomment>English plural: Measured on clips held back; the model kept was then trained on all {n} clips.</extracomment>
            <translation>
                <numerusform>在留出的片段上评估；随后用全部 {n} 个片段训练了要保留的模型。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Measured on fewer than {few:d} clips, so that their figures are rough: {names}.</source>
            <translation>以下类别的评估片段少于 {few:d} 个，因此其指标较粗略：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Measured: {figure}. Now a model learns from all clips; Stop keeps the one that was measured.</source>
            <translation>评估完成：{figure}。现在用所有片段训练模型；若停止，则保留评估过的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>Measuring labels</source>
            <translation>正在测量标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/evaluator.py" />
            <source>Measuring the model</source>
            <translation>正在评估模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Mel</source>
            <translation>梅尔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Mel-frequency cepstral coefficients (MFCC) per column, of the front end mfcc-statistics.</source>
            <translation>每列的梅尔频率倒谱系数 (MFCC) 数，用于前端 mfcc-statistics。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>Memory ran out: each batch is now worked through in parts of {size} clips.</source>
            <translation>内存不足：现在每个批次分成每份 {size} 个片段处理。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>Mend or convert that recording and import it, then these labels again.</source>
            <translation>请修复或转换该录音并导入，再重新导入这些标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/check.py" />
            <source>Merge them if they mean the same; else give one of them a clearer name.</source>
            <translation>如果含义相同，请合并；否则请为其中一个换一个更清楚的名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Minutes and seconds</source>
            <translation>分和秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Missed</source>
            <translation>漏判</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Missing: {what}.</source>
            <translation>缺少：{what}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Model suggestion</source>
            <translation>模型建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Models learn from it</source>
            <translation>模型从中学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Moments</source>
            <translation>时刻点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>More labels may help: twice the labels bring about {gain:+.0f} points, but none cannot be ruled out ({low:+.0f} to {high:+.0f}).</source>
            <translation>更多标注可能有用：标注加倍约带来 {gain:+.0f} 个百分点，但不能排除没有提升（{low:+.0f} 至 {high:+.0f}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>More labels of this kind would hardly help: twice the labels bring about {gain:+.0f} points ({low:+.0f} to {high:+.0f}).</source>
            <translation>更多同类标注几乎没有用：标注加倍约带来 {gain:+.0f} 个百分点（{low:+.0f} 至 {high:+.0f}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>More labels would help: twice the labels bring about {gain:+.0f} points ({low:+.0f} to {high:+.0f}), from {now:.2f} to {then:.2f}.</source>
            <translation>更多标注有用：标注加倍约带来 {gain:+.0f} 个百分点（{low:+.0f} 至 {high:+.0f}），从 {now:.2f} 到 {then:.2f}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Most columns of a spectrogram: of a longer window they are longer and further apart.</source>
            <translation>声谱图的最大列数：时间窗较长时，各列更长，间隔更大。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Move down</source>
            <translation>下移</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>Move or delete such labels, unless silence is what is to be learnt.</source>
            <translation>请移动或删除这类标签，除非要学习的就是静音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/lock.py" />
            <source>Move or rename that folder, then open the project again.</source>
            <translation>请移走或重命名该文件夹，然后重新打开项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/snapshots.py" />
            <source>Move or rename what is called so, then do it again.</source>
            <translation>请移走或重命名该同名文件，然后重试。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Move or rename {path}, which is where a folder belongs.</source>
            <translation>请移走或重命名 {path}，此处应为文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>Move the model by hand: its folder is a whole model.</source>
            <translation>请手动移动该模型：其文件夹就是完整的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Move them to one track first.</source>
            <translation>请先将它们移到同一轨道。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Move up</source>
            <translation>上移</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/watching.py" />
            <source>Name a folder into which recordings come.</source>
            <translation>请指定录音进入的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Name fewer groups.</source>
            <translation>请减少指定的录音组。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Name of the run</source>
            <translation>训练的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Name of the track</source>
            <translation>轨道名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>Name what the clips are, or what they were taken for.</source>
            <translation>请指定片段的真实类别，或被认作的类别。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/class_list.py" />
            <source>Names are taken from the column “{name}”; {n} other column is left out.</source>
            <extracomment>English plural: Names are taken from the column “{name}”; {n} other columns are left out.</extracomment>
            <translation>
                <numerusform>名称取自“{name}”列；其余 {n} 列被忽略。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Naming run {id:d}</source>
            <translation>正在命名第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Networks of an ensemble, each from a random start of its own.</source>
            <translation>集成模型中网络的数量，每个网络各自随机初始化。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/bindings.py" />
            <source>New labels go to {track}</source>
            <translation>新标签放入 {track}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>No better than guessing: average precision {precision:.3f}, where knowing only how frequent the classes are gives {guess:.3f}.</source>
            <translation>不比猜测好：平均精度 {precision:.3f}，而只凭各类别的频率猜测为 {guess:.3f}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>No better than guessing: the mean of all clips would be as near (R² {r2:.2f}).</source>
            <translation>不比猜测好：直接取所有片段的均值也同样接近（R² {r2:.2f}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>No better than guessing: {figure} {accuracy:.3f}, where knowing only how frequent the classes are gives {guess:.3f}.</source>
            <translation>不比猜测好：{figure} {accuracy:.3f}，而只凭各类别的频率猜测为 {guess:.3f}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspace.py" />
            <source>No class has the key {key} yet</source>
            <translation>按键 {key} 还没有对应的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>No class was taken for another one.</source>
            <translation>没有类别被误认为其他类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>No clip in test: {classes}.</source>
            <translation>测试集中没有片段的类别：{classes}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>No clip in the fold: {classes}.</source>
            <translation>该折中没有片段的类别：{classes}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>No clip in training: {classes}; all of them are among those that judge.</source>
            <translation>训练集中没有片段的类别：{classes}；其片段全部用于评估。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>No clip in validation: {classes}.</source>
            <translation>验证集中没有片段的类别：{classes}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>No column of file names is chosen</source>
            <translation>未选择文件名所在列</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>No improvement for {n} epoch: the learning rate falls to zero by epoch {epoch:d}.</source>
            <extracomment>English plural: No improvement for {n} epochs: the learning rate falls to zero by epoch {epoch:d}.</extracomment>
            <translation>
                <numerusform>连续 {n} 轮没有改善：学习率将在第 {epoch:d} 轮前降至零。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>No labelled clip of: {classes}. The model will not know them.</source>
            <translation>以下类别没有已标注的片段：{classes}。模型将无法识别它们。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>No labels have been copied</source>
            <translation>没有复制任何标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>No labels in there.</source>
            <translation>其中没有标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>No signal, only zeros: check the permission to use the microphone, or the device.</source>
            <translation>没有信号，全为零：请检查麦克风使用权限或设备。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>No sound arrives from the device: is it still connected?</source>
            <translation>设备没有传来声音：是否仍然连接？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>No species was heard: lower the least score, or choose other clips.</source>
            <translation>没有听到任何物种：请降低最低得分，或选择其他片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/species.py" />
            <source>No species was heard: lower the threshold.</source>
            <translation>没有听到任何物种：请降低阈值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>No trial was carried out to its end.</source>
            <translation>没有试验完成。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Nobody can tell how much is missing of: {what}.</source>
            <translation>无法得知以下内容缺少多少：{what}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Nobody can tell how much is missing.</source>
            <translation>无法得知缺少多少。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>None of these clips is in the project any more.</source>
            <translation>这些片段均已不在项目中。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>None was found: connect one.</source>
            <translation>未找到：请连接一个。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>None: it estimates a number.</source>
            <translation>无：它估计的是数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Not stated.</source>
            <translation>未说明。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Note on the run</source>
            <translation>训练的备注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>Nothing in there can be imported.</source>
            <translation>其中没有可导入的内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Nothing is missing.</source>
            <translation>没有缺失。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/report_runs.py" />
            <source>Nothing is told of the scores: {problem}</source>
            <translation>没有分数可供说明：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>Nothing to save yet: the first edit makes the project {file}</source>
            <translation>尚无需保存：第一次编辑时会创建项目 {file}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Nothing: every setting is as the preset has it.</source>
            <translation>没有：所有设置都与预设相同。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Number</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Number format inside the network; auto takes bfloat16 where the hardware has it.</source>
            <translation>网络内部的数值格式；auto 在硬件支持时使用 bfloat16。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>Numbers are learnt.</source>
            <translation>学习的是数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objective_choice.py" />
            <source>Numbers are learnt: {quantity}; objective = single-label learns the labels instead.</source>
            <translation>学习的是数值：{quantity}；设 objective = single-label 则改为学习标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>Numbers are learnt; choose classes to learn the labels instead.</source>
            <translation>学习的是数值；如需学习标签，请选择类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>ONNX files need packages that are not installed: {packages}</source>
            <translation>ONNX 文件需要尚未安装的软件包：{packages}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>ONNX, samples to scores</source>
            <translation>ONNX，从采样点到得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>Of a clip with labelled parts only these are learnt: label what the class of the whole means, too, or clear it.</source>
            <translation>片段中有区段标签时，只学习这些区段：请将整个片段的类别所指的声音也标注出来，或清除该类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Of its input {shape}, the first is taken to be the bands.</source>
            <translation>其输入 {shape} 中，第一个视为频带。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>Of its output {shape}, the mean over all but the last axis is taken.</source>
            <translation>对其输出 {shape}，取除最后一个轴以外各轴的平均值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>Of networks</source>
            <translation>网络的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Of the {n} outputs, {name} is taken to be the embedding.</source>
            <translation>在 {n} 个输出中，将 {name} 视为嵌入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Of these, what was changed after the snapshot may be missing: {what}.</source>
            <translation>以下内容在快照之后的更改可能缺失：{what}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>Of trees</source>
            <translation>树模型的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/class_list.py" />
            <source>Of “Genus species_Common Name” the common name is taken.</source>
            <translation>对于“学名_俗名”形式，取俗名。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>On a GPU, of thousands of clips.</source>
            <translation>使用 GPU 且有数千个片段时，每步使用的片段数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>On clips that were kept back from training and judged once, at the end.</source>
            <translation>在未参与训练、仅在最后评估一次的片段上。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>On clips that were kept back from training.</source>
            <translation>在未参与训练的片段上。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>On labelled clips.</source>
            <translation>在已标注的片段上。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>On the dashed line an estimate is right; above it, it is too high.</source>
            <translation>落在虚线上的估计准确；在其上方则偏高。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/evaluate.py" />
            <source>On {n} clip that it has learnt from, which does not count: {figure}.</source>
            <extracomment>English plural: On {n} clips that it has learnt from, which do not count: {figure}.</extracomment>
            <translation>
                <numerusform>在它学过的 {n} 个片段上（不计入）：{figure}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>On {n} sound that both judged: {name} {first} of run {one:d}, {second} of run {other:d}. {verdict}</source>
            <extracomment>English plural: On {n} sounds that both judged: {name} {first} of run {one:d}, {second} of run {other:d}. {verdict}</extracomment>
            <translation>
                <numerusform>在两者都评判过的 {n} 个声音上：{name} 运行 {one:d} 为 {first}，运行 {other:d} 为 {second}。{verdict}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Once measured, the model that is kept was trained anew on {n} clip.</source>
            <extracomment>English plural: Once measured, the model that is kept was trained anew on all {n} clips.</extracomment>
            <translation>
                <numerusform>评估之后，用全部 {n} 个片段重新训练了要保留的模型。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Once measured, train anew on all clips and keep that model.</source>
            <translation>评估之后，用所有片段重新训练，并保留该模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>One clip only of: {classes}.</source>
            <translation>以下类别只有一个片段：{classes}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/ensemble.py" />
            <source>One of the networks diverged at once: it is left out, the others answer without it.</source>
            <translation>其中一个网络一开始就发散：已将其略去，由其余网络回答。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>Only what is there is learnt: check that the labels belong to these recordings.</source>
            <translation>只学习实际存在的部分：请确认标签属于这些录音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>Open it in a browser, which may ask you to log in; fetch the file there and import it.</source>
            <translation>在浏览器中打开它（可能要求登录）；在那里获取文件后导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/workbook.py" />
            <source>Open it in a spreadsheet program, save its sheet as CSV and choose that file.</source>
            <translation>请用电子表格程序打开，将工作表另存为 CSV，再选择该文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>Open it in the window, or by `audioclf unpack`; then import from its folder.</source>
            <translation>在窗口中打开，或用 `audioclf unpack`；然后从其文件夹导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>Open it, or choose another folder.</source>
            <translation>请打开它，或选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>Open its address in a browser, which may ask you to log in, and fetch it there.</source>
            <translation>在浏览器中打开其地址（可能要求登录），在那里获取。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>Open the address in a browser, fetch the file there, then import it.</source>
            <translation>在浏览器中打开该地址，获取文件，然后导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/project_opener.py" />
            <source>Opening the project</source>
            <translation>正在打开项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>PCEN</source>
            <translation>能量归一化 (PCEN)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>Packing the project</source>
            <translation>正在打包项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Page (PDF)</source>
            <translation>页面 (PDF)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Part</source>
            <translation>部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the clips by which training ends and scores are calibrated.</source>
            <translation>用于决定训练何时结束并校准得分的片段所占比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the clips that are judged once, at the end.</source>
            <translation>仅在最后评估一次的片段所占比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the clips that get coloured noise.</source>
            <translation>加入有色噪声的片段所占比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the epochs in which an early end cools down.</source>
            <translation>提前结束时，用于降低学习率的轮次比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the last layer's inputs left out in training.</source>
            <translation>训练时最后一层输入被随机舍弃的比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the schedule in which the rate rises.</source>
            <translation>学习率上升阶段占整个调度的比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the time for training that judging epochs may take.</source>
            <translation>评估各轮所用时间占训练时间的最大比例。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Part of the variance that the estimates explain: 1 is perfect, 0 is guessing the mean</source>
            <translation>估计值所解释的方差比例：1 为完全准确，0 相当于总是猜测均值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/listener.py" />
            <source>Pass it on only as its licence allows.</source>
            <translation>请仅在其许可证允许的范围内转交他人。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Passes over the clips; unset: 120 for hundreds of clips, fewer for thousands.</source>
            <translation>遍历片段的轮数；不设：数百个片段时为 120，数千个时更少。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Peak</source>
            <translation>峰值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Peak frequency</source>
            <translation>峰值频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Peak level</source>
            <translation>峰值电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>Peak {hz}</source>
            <translation>峰值频率 {hz}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Picture of dots (PNG)</source>
            <translation>位图 (PNG)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_panel.py" />
            <source>Playback</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>Position and selection</source>
            <translation>位置与选区</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/textgrid.py" />
            <source>Praat TextGrid</source>
            <translation>Praat TextGrid</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Precision</source>
            <translation>精确率</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Precision over recall, and recall over false alarm rate, of {n} class.</source>
            <extracomment>English plural: Precision over recall, and recall over false alarm rate, of {n} classes.</extracomment>
            <translation>
                <numerusform>{n} 个类别的精确率—召回率曲线，以及召回率—误报率曲线。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Precision: of the answers of a class, the share that is right. Recall: of the sounds of a class, the share that was answered so. F1 is their harmonic mean.</source>
            <translation>精确率：对某类的回答中正确的比例。召回率：某类的声音中被如此回答的比例。F1 是二者的调和平均。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Press “Start listening” or the space bar.</source>
            <translation>请点击“开始监听”或按空格键。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Pretrained listener</source>
            <translation>预训练听音模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Processor threads; unset: all cores but one.</source>
            <translation>处理器线程数；不设：留一个核心，其余全用。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Project {project}</source>
            <translation>项目 {project}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Project {project}; {status}; begun {time} UTC</source>
            <translation>项目 {project}；{status}；开始于 {time} UTC</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Pulls weights to zero, norms and biases excepted.</source>
            <translation>将权重拉向零，归一化参数和偏置除外。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>Put a line above them that calls its columns {names}, or name its format.</source>
            <translation>请在其上方加一行，将各列命名为 {names}，或指定其格式。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>Put back a copy from a backup; the file was left as it is.</source>
            <translation>请从备份中恢复一份；该文件保持原样。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_sounds.py" />
            <source>Put the file back that was imported, or import this one as a clip of its own.</source>
            <translation>请放回导入时的文件，或将这个文件作为单独的片段导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>Put the old file back, or import what it holds now as another clip.</source>
            <translation>请放回原来的文件，或将其现在的内容作为另一个片段导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Put the old files back, or import what they hold now as other clips.</source>
            <translation>请放回原来的文件，或将其现在的内容作为其他片段导入。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>Put the recordings of each class into a folder of its own, or make a project.</source>
            <translation>将每个类别的录音放入各自的文件夹，或建立一个项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Put the red line into one, not on its edge.</source>
            <translation>请将红线放在标签之内，而不是其边缘上。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Put them at {time_s:.6g} s or earlier.</source>
            <translation>请将它们放在 {time_s:.6g} s 或更早处。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Quick look</source>
            <translation>快速尝试</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>RMS</source>
            <translation>RMS</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>RMS {rms}, peak {peak} dBFS</source>
            <translation>RMS {rms}，峰值 {peak} dBFS</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>RMSE</source>
            <translation>均方根误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Random forest</source>
            <translation>随机森林</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/raven.py" />
            <source>Raven selection table</source>
            <translation>Raven 选区表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label_imports.py" />
            <source>Reading labels</source>
            <translation>正在读取标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>Reading predictions</source>
            <translation>正在读取预测结果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Reading the table</source>
            <translation>正在读取表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Reading {name}</source>
            <translation>正在读取 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Reading {name}: {share} %</source>
            <translation>正在读取 {name}：{share}%</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>Recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Recall, 95 % interval</source>
            <translation>召回率及 95% 区间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>Record all classes alike: else the model may learn the recorder.</source>
            <translation>请以相同方式录制所有类别：否则模型学到的可能是录音设备。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>Record such clips anew, or leave them out.</source>
            <translation>请重新录制这类片段，或不使用它们。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Record with less gain; what is cut off cannot be brought back.</source>
            <translation>请降低录音增益；被削去的部分无法恢复。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/audiomoth.py" />
            <source>Recorders such as AudioMoth: nights</source>
            <translation>AudioMoth 等录音机：按夜晚</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Recorders, places and seasons that were not in the data may be harder than the figures say.</source>
            <translation>对数据中没有的录音设备、地点和季节，实际表现可能不如指标所示。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Recording</source>
            <translation>正在录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>Recording {name} ended: {problem}</source>
            <translation>录音 {name} 已结束：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Rectangular</source>
            <translation>矩形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R0, variant A</source>
            <translation>参考配置 R0，变体 A</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R0, variant B</source>
            <translation>参考配置 R0，变体 B</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R0, variant C</source>
            <translation>参考配置 R0，变体 C</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R0, variant D</source>
            <translation>参考配置 R0，变体 D</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R1</source>
            <translation>参考配置 R1</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R2</source>
            <translation>参考配置 R2</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R3</source>
            <translation>参考配置 R3</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Reference R4</source>
            <translation>参考配置 R4</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>Refused files</source>
            <translation>未导入的文件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Reject {n} suggestion</source>
            <extracomment>English plural: Reject {n} suggestions</extracomment>
            <translation>
                <numerusform>拒绝 {n} 条建议</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Reliability diagram of {n} step: on the line, scores are right as often as they say.</source>
            <extracomment>English plural: Reliability diagram of {n} steps: on the line, scores are right as often as they say.</extracomment>
            <translation>
                <numerusform>{n} 级的可靠性图：落在线上时，分数与其正确率一致。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Reliability of the scores</source>
            <translation>分数的可靠性</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>Rename it, or its folder, for example with convmv.</source>
            <translation>请重命名该文件或其文件夹，例如使用 convmv。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>Repair it with a tool that skips damage (`flac -d -F` for FLAC), or leave it out.</source>
            <translation>请用能跳过损坏处的工具修复（FLAC 可用 `flac -d -F`），或不使用此文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>Repair the header, for example with `sox --ignore-length`, or leave the file out.</source>
            <translation>请修复文件头，例如用 `sox --ignore-length`，或不使用此文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Repeat a reference system with its authors' mistakes, to compare with; its figures flatter.</source>
            <translation>连同作者的错误一起重现参考配置，用于对照；其指标偏乐观。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/rttm.py" />
            <source>Rich Transcription segments</source>
            <translation>Rich Transcription 语段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Root mean square error: as the mean error, but large errors count more</source>
            <translation>均方根误差：与平均误差类似，但大误差的权重更大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>Run {better:d} is better ({bounds}).</source>
            <translation>运行 {better:d} 更好（{bounds}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <location filename="../../audioclf_gui/gui/train/start_box.py" />
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Run {id:d}</source>
            <translation>第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>Run {id:d} finished: {figure}</source>
            <translation>第 {id:d} 次训练完成：{figure}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Run {id:d} is back.</source>
            <translation>第 {id:d} 次训练已恢复。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_menu.py" />
            <source>Run {id:d} is deleted; its model lies in {folder}.</source>
            <translation>第 {id:d} 次训练已删除；其模型位于 {folder}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>Run {id:d} stopped: {figure}</source>
            <translation>第 {id:d} 次训练已停止：{figure}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Run {id:d}, {status}, {time} UTC</source>
            <translation>第 {id:d} 次训练，{status}，{time} UTC</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_facts.py" />
            <source>Run {id:d}: {title}</source>
            <translation>第 {id:d} 次训练：{title}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/study.py" />
            <source>Run: pip install "audioclf-gui[search]"</source>
            <translation>请运行：pip install "audioclf-gui[search]"</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>Run: {command}</source>
            <translation>请运行：{command}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Runs that kept no model cannot be compared on the same sounds.</source>
            <translation>没有保留模型的训练无法在相同的声音上比较。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Runs {numbers} compared</source>
            <translation>训练 {numbers} 的比较</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <location filename="../../audioclf_gui/ml/objectives/regression.py" />
            <source>R²</source>
            <translation>R²</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>SNR</source>
            <translation>信噪比</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>SNR {ratio}</source>
            <translation>信噪比 {ratio}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Sample rate; never above that of the clips.</source>
            <translation>采样率；不会高于片段的采样率。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_offer.py" />
            <source>Sampled at {rate}</source>
            <translation>采样率 {rate}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>Saving “{what}”</source>
            <translation>正在保存：{what}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>Say which clips belong together (speaker, site, recording): `audioclf clips group`, or the field Group in the Label workspace.</source>
            <translation>请说明哪些片段属于一组（说话人、地点、录音）：使用 `audioclf clips group`，或标注工作区中的“组”字段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/search_page.py" />
            <source>Searching for settings</source>
            <translation>正在搜索设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/run_scores.py" />
            <source>See its estimates in the Train workspace, or `audioclf labels estimates`.</source>
            <translation>在“训练”工作区或用 `audioclf labels estimates` 查看其估计值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/confused_clips.py" />
            <location filename="../../audioclf_gui/jobs/label_errors.py" />
            <source>See “Largest errors” in the Train workspace, or `audioclf labels estimates`.</source>
            <translation>请查看“训练”工作区中的“最大误差”，或使用 `audioclf labels estimates`。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Selection {stretch}</source>
            <translation>选区 {stretch}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/start.py" />
            <source>Set architecture to {architecture} and front_end to {front_end}.</source>
            <translation>请将 architecture 设为 {architecture}，将 front_end 设为 {front_end}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Set group</source>
            <translation>设置录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Set weights to their safetensors file: --set weights=vgg16.safetensors, for one.</source>
            <translation>请将 weights 设为其 safetensors 文件，例如 --set weights=vgg16.safetensors。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Set {setting} to a length in seconds.</source>
            <translation>请将 {setting} 设为以秒为单位的时长。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Set {setting} to one of: {names}.</source>
            <translation>请将 {setting} 设为以下之一：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Set {setting} to the rate in Hz.</source>
            <translation>请将 {setting} 设为以 Hz 为单位的采样率。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>Set {setting}: rate, window, hop, bands and frequencies.</source>
            <translation>请设置 {setting}：采样率、窗长、步长、频带数和频率范围。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Sets</source>
            <translation>数据划分</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/objective_choice.py" />
            <source>Sets of classes are learnt, since {n} label shares its time with a label of another class; objective = single-label learns one class for each sound.</source>
            <extracomment>English plural: Sets of classes are learnt, since {n} labels share their time with a label of another class; objective = single-label learns one class for each sound.</extracomment>
            <translation>
                <numerusform>有 {n} 个标签与其他类别的标签在时间上重叠，因此学习的是类别的集合；设 objective = single-label 则每个声音只学习一个类别。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/settings.py" />
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/settings.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Settings that differ</source>
            <translation>不同的设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Share of the class</source>
            <translation>占该类的比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Share of the judged clips whose class was recognised</source>
            <translation>评判的片段中类别被识别的比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>Share of the judged sounds of which all classes were right</source>
            <translation>评估的声音中所有类别均正确的比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Share that is right</source>
            <translation>正确的比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Shares of each true class, in %.</source>
            <translation>占每个真实类别的比例，单位 %。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Shift by less, or delete that label first.</source>
            <translation>请减少移动量，或先删除该标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>Shift by {least_s:.6g} to {most_s:.6g} s.</source>
            <translation>请移动 {least_s:.6g} 到 {most_s:.6g} s。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/track_menu.py" />
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_offer.py" />
            <source>Show as for “{kind}”</source>
            <translation>按“{kind}”显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Show in file manager</source>
            <translation>在文件管理器中显示</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Shown are the {n} classes of the lowest average precision.</source>
            <extracomment>English plural: Shown are the {n} classes of the lowest average precision.</extracomment>
            <translation>
                <numerusform>显示平均精确率最低的 {n} 个类别。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>Shown when the run has ended.</source>
            <translation>运行结束后显示。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Silence: nothing above {level_db:.0f} dBFS.</source>
            <translation>静音：没有高于 {level_db:.0f} dBFS 的声音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Single clips are kept from training, whatever recording they are from</source>
            <translation>逐个留出片段不参与训练，不论来自哪段录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/speech.py" />
            <source>Small and quick; knows words and voices.</source>
            <translation>小而快；认识词语和人声。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Small network on numbers</source>
            <translation>基于数值的小网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>So small a file for {length_s:.0f} s: nearly all of it is silence or repeats.</source>
            <translation>对 {length_s:.0f} s 来说文件太小：几乎全是静音或重复内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Some sound got lost: the computer is too busy, or the device skipped.</source>
            <translation>丢失了部分声音：计算机太忙，或设备跳过了数据。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/sonic_visualiser.py" />
            <source>Sonic Visualiser layer</source>
            <translation>Sonic Visualiser 图层</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/sonic_visualiser.py" />
            <source>Sonic Visualiser leaves {n} moment out when it reads a table of stretches.</source>
            <extracomment>English plural: Sonic Visualiser leaves {n} moments out when it reads a table of stretches.</extracomment>
            <translation>
                <numerusform>Sonic Visualiser 读取区段表时会略去 {n} 个时刻。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Sound cannot be recorded or played: the PortAudio library is not installed</source>
            <translation>无法录音或播放：未安装 PortAudio 库</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>Sounds judged by both</source>
            <translation>两者都评判过的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Speaker, site, recording …</source>
            <translation>说话人、地点、录音…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Spectrogram</source>
            <translation>声谱图</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/find_presets.py" />
            <location filename="../../audioclf_gui/audio/spectrogram_presets.py" />
            <source>Speech</source>
            <translation>语音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/speechcommands.py" />
            <source>Speech Commands</source>
            <translation>Speech Commands</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/speech.py" />
            <source>Speech embedding</source>
            <translation>语音嵌入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/playback_choice.py" />
            <location filename="../../audioclf_gui/gui/label/speed_slider.py" />
            <source>Speed {speed}×</source>
            <translation>速度 {speed}×</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>Stop it, then delete it.</source>
            <translation>请先停止，再删除。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Stop recording, listening and playing first.</source>
            <translation>请先停止录音、监听和播放。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>Stopped before anything was learnt; no model was kept.</source>
            <translation>尚未学到任何内容就已停止；没有保留模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/subtitles.py" />
            <source>SubRip subtitles</source>
            <translation>SubRip 字幕</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/suggester.py" />
            <source>Suggesting labels</source>
            <translation>正在建议标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>Table of the levels (CSV)</source>
            <translation>电平表格 (CSV)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>Take off what they have in common: 3.2 instead of 1700000003.2, for one.</source>
            <translation>减去它们共有的部分：例如用 3.2 代替 1700000003.2。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>Take the copies out: they add nothing.</source>
            <translation>请移除重复的片段：它们没有用处。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>Taken for</source>
            <translation>被认作</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Tell the default network how high in the picture something is, not only what it is.</source>
            <translation>告诉默认网络某物在图中的频率高度，而不仅是它是什么。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>The 95 % interval, {interval}, is that of other sounds of as many groups: here {groups}</source>
            <translation>95 % 区间 {interval} 适用于同样多组的其他声音：这里 {groups}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The AIFF codec “{name}”</source>
            <translation>AIFF 编码“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>The GPU cannot be used ({error}): the processor learns.</source>
            <translation>无法使用 GPU（{error}）：改用处理器训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>The GPU failed ({error}); going on from epoch {epoch:d} on the processor.</source>
            <translation>GPU 出错（{error}）；从第 {epoch:d} 轮起改用处理器继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>The average precision of knowing only how frequent the classes are</source>
            <translation>只凭各类别的频率猜测所得的平均精度</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/estimators/forest_search.py" />
            <source>The best of {n} size tried in {folds:d} inner folds of the training clips: {growth} ({figure:.3f} there).</source>
            <extracomment>English plural: The best of {n} sizes tried in {folds:d} inner folds of the training clips: {growth} ({figure:.3f} there).</extracomment>
            <translation>
                <numerusform>在训练片段的 {folds:d} 个内层折中尝试了 {n} 种大小，最佳为：{growth}（其中得 {figure:.3f}）。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>The classes are written: {name}.</source>
            <translation>类别已写入：{name}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <location filename="../../audioclf_gui/gui/label/position_panel.py" />
            <source>The clip ends at {time}.</source>
            <translation>片段结束于 {time}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>The difference is not told apart from luck ({bounds}).</source>
            <translation>差异与运气无法区分（{bounds}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspace.py" />
            <source>The digits mean the classes from {first} to {last}</source>
            <translation>数字键对应从 {first} 到 {last} 的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>The disk of {name} is full, so nothing can be changed: free some space, then open it again.</source>
            <translation>{name} 所在的磁盘已满，不能作任何更改：请腾出空间，然后重新打开。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>The dot is the threshold of the model that is kept: a window whose score reaches it is an event of the class. The average precision and the area under ROC stand in the table of the classes.</source>
            <translation>圆点是所保留模型的阈值：分数达到它的窗口即为该类的事件。平均精确率和 ROC 曲线下面积见类别表。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/subtitles.py" />
            <source>The empty lines of {n} label are left out.</source>
            <extracomment>English plural: The empty lines of {n} labels are left out.</extracomment>
            <translation>
                <numerusform>{n} 个标签中的空行已略去。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ogg.py" />
            <source>The end of its Ogg stream is missing: it may have been cut off.</source>
            <translation>Ogg 流的结尾缺失：文件可能被截断。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>The end of {name} was damaged. As it was it is kept as {aside}.</source>
            <translation>{name} 的末尾已损坏。原文件保留为 {aside}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>The figures are of the clips that chose the epoch, so they are a little optimistic.</source>
            <translation>指标来自用于选择轮次的片段，因此略偏乐观。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/read_back.py" />
            <source>The file has no place for {n} label as it is here, “{name}” at {start_s:.3f} s: it is not in it, or is changed.</source>
            <extracomment>English plural: The file has no place for {n} labels as they are here, “{name}” at {start_s:.3f} s for one: they are not in it, or are changed.</extracomment>
            <translation>
                <numerusform>有 {n} 个标签无法按此处的内容写入文件，例如 {start_s:.3f} s 处的“{name}”：文件中没有，或已被更改。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_model.py" />
            <source>The file has {after} kB instead of {before} kB.</source>
            <translation>文件大小由 {before} kB 变为 {after} kB。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>The folder of a model of this program whose weights the network starts from; as a listener the same model stays as it is.</source>
            <translation>本程序模型的文件夹，网络以其权重为起点；若用作听音模型，则该模型保持不变。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>The folders in {folder} ({names}) are called like recorders, places, times, people or kinds of files, so they are not taken for classes; choose folders if they are</source>
            <translation>{folder} 中的文件夹（{names}）的名称像是录音设备、地点、时间、人或文件类型，因此不视为类别；如果是类别，请选择“文件夹”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>The folders in {folder} hold recordings of about {duration_s:.0f} s and not clips of one sound each, so they are not taken for classes; choose folders if they are</source>
            <translation>{folder} 中的各文件夹含有约 {duration_s:.0f} s 的录音，而不是单个声音的片段，因此不视为类别；如果是类别，请选择“文件夹”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixture_subsets.py" />
            <source>The folds of the sounds share groups, so that these are dealt out anew.</source>
            <translation>声音的各折共有一些组，因此重新分配。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>The frequencies of {n} label are lost.</source>
            <extracomment>English plural: The frequencies of {n} labels are lost.</extracomment>
            <translation>
                <numerusform>{n} 个标签的频率将丢失。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>The further columns of {n} label are lost.</source>
            <extracomment>English plural: The further columns of {n} labels are lost.</extracomment>
            <translation>
                <numerusform>{n} 个标签的附加列将丢失。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>The groups that you tick are kept from training, and the model is measured on them</source>
            <translation>勾选的录音组不参与训练，用于评估模型</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/group_notes.py" />
            <source>The hard group is {group}: accuracy {accuracy:.2f} of {n} label, of the others {rest:.2f}.</source>
            <extracomment>English plural: The hard group is {group}: accuracy {accuracy:.2f} of {n} labels, of the others {rest:.2f}.</extracomment>
            <translation>
                <numerusform>困难的组是 {group}：{n} 个标注的准确率 {accuracy:.2f}，其余为 {rest:.2f}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header contradicts itself about the size of a frame.</source>
            <translation>文件头中关于帧大小的信息自相矛盾。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>The header does not say how long it is; {found} frames were found.</source>
            <translation>文件头未说明长度；实际找到 {found} 帧。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises a file of {promised} bytes, but there are {found}.</source>
            <translation>文件头声明文件有 {promised} 字节，实际为 {found} 字节。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises {promised} bytes of sound, but there are {found}.</source>
            <translation>文件头声明有 {promised} 字节的声音，实际为 {found} 字节。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises {promised} frames and those were read, but there are {found}.</source>
            <translation>文件头声明有 {promised} 帧并已按此读取，但实际有 {found} 帧。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>The header promises {promised} frames, but there are {found}.</source>
            <translation>文件头声明有 {promised} 帧，实际为 {found} 帧。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises {promised}-bit samples, but they have {found} bits.</source>
            <translation>文件头声明样本为 {promised} 位，实际为 {found} 位。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/goal_chooser.py" />
            <source>The labels are learnt; choose the number to learn that instead.</source>
            <translation>学习的是标签；如需学习数值，请选择数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objective_choice.py" />
            <source>The labels are learnt; objective = regression learns {quantity} instead.</source>
            <translation>学习的是标签；设 objective = regression 则改为学习 {quantity}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>The language can be changed when this has ended: {jobs}</source>
            <translation>以下任务结束后才能更换语言：{jobs}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The list of devices cannot be read anew while sound is recorded or played</source>
            <translation>录音或播放期间无法刷新设备列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>The longest window that is chosen from the clips' lengths.</source>
            <translation>根据片段时长选取的时间窗的上限。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/epoch.py" />
            <source>The loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/player.py" />
            <source>The loudspeaker went away</source>
            <translation>扬声器已断开</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>The microphone went away while {name} was recorded</source>
            <translation>录制 {name} 时麦克风断开</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/capture.py" />
            <source>The microphone “{name}” has {n} channel, not {wanted}</source>
            <extracomment>English plural: The microphone “{name}” has {n} channels, not {wanted}</extracomment>
            <translation>
                <numerusform>麦克风“{name}”有 {n} 个声道，而不是 {wanted} 个</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>The model agrees with every label.</source>
            <translation>模型与所有标签一致。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/evaluate.py" />
            <source>The model does not say what it has learnt from (version 0.1.0 did not note it): clips that it was trained on flatter the figures.</source>
            <translation>模型没有记录训练所用的片段（0.1.0 版不作记录）：这些片段会使指标偏乐观。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>The model does not say what it was trained on.</source>
            <translation>模型没有说明训练所用的数据。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>The model doubts none of {n} judged label.</source>
            <extracomment>English plural: The model doubts none of {n} judged labels.</extracomment>
            <translation>
                <numerusform>评判了 {n} 个标签，模型均未怀疑。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/evaluate.py" />
            <source>The model estimates {estimated}, and the numbers of the project are {own}: if that is not the same, the figures mean nothing.</source>
            <translation>模型估计的是 {estimated}，项目中的数值是 {own}：如果两者不是同一个量，指标就没有意义。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/model_export.py" />
            <source>The model is written: {file}.</source>
            <translation>已写入模型：{file}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/refit.py" />
            <source>The model kept is the one that was measured: {reason}.</source>
            <translation>保留的是评估过的模型：{reason}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>The model says</source>
            <translation>模型认为</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/epoch.py" />
            <source>The model's answer</source>
            <translation>模型的输出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_model.py" />
            <source>The network {name} is in the file.</source>
            <translation>网络 {name} 已包含在文件中。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_model.py" />
            <source>The network {name} is not in the file: the example {example} runs it from {file}.</source>
            <translation>网络 {name} 不在文件中：示例 {example} 从 {file} 运行它。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>The note of {n} label is lost.</source>
            <extracomment>English plural: The notes of {n} labels are lost.</extracomment>
            <translation>
                <numerusform>{n} 个标签的备注将丢失。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/picture_export.py" />
            <source>The picture is written: {file}.</source>
            <translation>图片已写入：{file}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>The preset {name} is not known here, so nobody can tell.</source>
            <translation>此处没有预设 {name}，因此无从得知。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/second_opinion.py" />
            <source>The preset {name} on the same clips comes to {figure:.3f}, hardly better.</source>
            <translation>预设“{name}”在同样的片段上得 {figure:.3f}，几乎没有更好。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/second_opinion.py" />
            <source>The preset {name} on the same clips comes to {figure:.3f}: it may be that these sounds do not tell what the labels say.</source>
            <translation>预设“{name}”在同样的片段上得 {figure:.3f}：可能从这些声音中听不出标签所说的内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/second_opinion.py" />
            <source>The preset {name} on the same clips is better: {figure:.3f}. Try it.</source>
            <translation>预设“{name}”在同样的片段上更好：{figure:.3f}。请尝试使用。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>The pretrained listener and a network of our own side by side: a little more, in minutes.</source>
            <translation>预训练听音模型与自己的网络并用：略为更准确，需数分钟。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>The project was made: {file}</source>
            <translation>已创建项目：{file}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_reports.py" />
            <source>The report is written: {file}.</source>
            <translation>报告已写入：{file}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>The root mean square error of always saying the mean</source>
            <translation>总是回答均值时的均方根误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>The runs judged no sound in common, so nobody can tell which is better.</source>
            <translation>两次运行没有评判过共同的声音，因此无法说哪个更好。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>The score of {n} label is lost.</source>
            <extracomment>English plural: The scores of {n} labels are lost.</extracomment>
            <translation>
                <numerusform>{n} 个标签的得分将丢失。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>The second half of the labels helped these classes most, and more of them would come first: {classes}.</source>
            <translation>后一半标注对这些类别帮助最大，应优先增加其标注：{classes}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The sound device “{name}” does not start: {problem}</source>
            <translation>声音设备“{name}”无法启动：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The sound device “{name}” is no longer there</source>
            <translation>声音设备“{name}”已不存在</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The sound device “{name}” refuses {n} channel at {rate_hz} Hz: {problem}</source>
            <extracomment>English plural: The sound device “{name}” refuses {n} channels at {rate_hz} Hz: {problem}</extracomment>
            <translation>
                <numerusform>声音设备“{name}”不接受 {n} 个声道、{rate_hz} Hz：{problem}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/soundness.py" />
            <source>The sound is whole, but the header is damaged ({part}).</source>
            <translation>声音完整，但文件头已损坏（{part}）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_sounds.py" />
            <source>The sounds are written as they are heard, not as they were recorded.</source>
            <translation>声音按试听效果写入，而不是按录音原样。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>The spectrogram a model file wants: rate_hz=16000,window_s=0.025,hop_s=0.01,mels=64, for one.</source>
            <translation>模型文件所需的声谱图：例如 rate_hz=16000,window_s=0.025,hop_s=0.01,mels=64。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>The split is random: clips of one recording may be in training and test, so the figures flatter the model.</source>
            <translation>划分是随机的：同一录音的片段可能同时出现在训练集和测试集中，因此指标偏乐观。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>The state of training cannot be written ({reason}): do not interrupt it.</source>
            <translation>无法写入训练状态（{reason}）：请不要中断训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>The test set by name: group:NAME, group:FIRST,SECOND or fold:NAME; empty: chosen by share.</source>
            <translation>按名称指定测试集：group:NAME、group:FIRST,SECOND 或 fold:NAME；空：按比例选取。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>The time sufficed for {n} epoch of {wanted:d}.</source>
            <extracomment>English plural: The time sufficed for {n} epochs of {wanted:d}.</extracomment>
            <translation>
                <numerusform>时间只够 {wanted:d} 轮中的 {n} 轮。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/estimators/forest.py" />
            <source>The time sufficed for {n} tree of {wanted:d}.</source>
            <extracomment>English plural: The time sufficed for {n} trees of {wanted:d}.</extracomment>
            <translation>
                <numerusform>时间只够生成 {wanted:d} 棵树中的 {n} 棵。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/estimators/head.py" />
            <source>The time sufficed to try how closely to follow the examples in {n} inner fold only.</source>
            <extracomment>English plural: The time sufficed to try how closely to follow the examples in {n} inner folds only.</extracomment>
            <translation>
                <numerusform>时间只够在 {n} 个内层折中试验应在多大程度上贴近样本。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The titles and comments in it are damaged.</source>
            <translation>其中的标题和注释已损坏。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>The unfinished changes beside {name} are of another file. They were left out and are kept, with a copy of it, as {aside}.</source>
            <translation>{name} 旁边未完成的更改属于另一个文件。这些更改未被采用，已连同其副本保存为 {aside}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>The weights kept are a running mean; 0: the last ones.</source>
            <translation>保留的权重是滑动平均值；0：保留最后的权重。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>There are too few groups to keep some for validation: no epoch was chosen, and the weights at the end of training were measured.</source>
            <translation>录音组太少，无法留出验证数据：未选择轮次，评估的是训练结束时的权重。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>There are too few labels, or too few groups of them, to draw a curve.</source>
            <translation>标注太少，或组太少，无法画出曲线。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>There are too few recordings for the background to give each subset its own.</source>
            <translation>背景录音太少，无法让每个子集各有自己的。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>There are {n:d}, among them: {names}.</source>
            <translation>共有 {n:d} 个，其中包括：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <location filename="../../audioclf_gui/jobs/label_choice.py" />
            <location filename="../../audioclf_gui/jobs/tabulate_labels.py" />
            <location filename="../../audioclf_gui/ml/class_weights.py" />
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>There are: {names}.</source>
            <translation>现有：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/opening.py" />
            <source>There are: {numbers}.</source>
            <translation>现有：{numbers}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>There is a file {name} already</source>
            <translation>已存在文件 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>There is no folder {name}</source>
            <translation>文件夹 {name} 不存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>There is no model yet. Train one, or open a model folder above.</source>
            <translation>还没有模型。请训练一个，或在上方打开模型文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>There is no sound in it.</source>
            <translation>其中没有声音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/workers.py" />
            <source>There may be too little memory: search again with one job; no trial is lost.</source>
            <translation>可能内存不足：请只用一个进程再次搜索；不会丢失试验。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/head.py" />
            <source>There was no time to try how closely to follow the examples.</source>
            <translation>没有时间试验应在多大程度上贴近样本。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>These are understood: {names}. If it is one of them, name it.</source>
            <translation>支持的格式：{names}。如果是其中之一，请指定格式。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>These recordings sound like those that the project learns from: they differ no more than its own groups differ from each other.</source>
            <translation>这些录音听起来与项目所学的录音相似：差异不超过其自身各组之间的差异。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>They span {length_s:.6g} s: choose fewer, or a longer clip.</source>
            <translation>它们跨越 {length_s:.6g} s：请选择较少的标签，或较长的片段。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>This computer shows no loudspeaker or headphones</source>
            <translation>这台计算机上没有扬声器或耳机</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>This computer shows no microphone or other recording device</source>
            <translation>这台计算机上没有麦克风或其他录音设备</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>This form of FLAC in Ogg</source>
            <translation>Ogg 中的这种 FLAC</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>This is {system}, with its authors' mistakes: {defects}. Do not trust its figures.</source>
            <translation>这是{system}，带有其作者的错误：{defects}。请不要相信其指标。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>This kind of model learns in one go: there are no epochs.</source>
            <translation>这类模型一次学成：没有轮次。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>This network needs something that a GPU does not do the same way twice: repeated, the training may come to slightly other weights.</source>
            <translation>此网络所需的某种运算在 GPU 上每次的结果不完全相同：重复训练可能得到略有不同的权重。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>This run came to no figures.</source>
            <translation>这次训练没有得出指标。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>This run has no figures; its model can be used.</source>
            <translation>这次运行没有指标；其模型可以使用。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>This run kept no model and has no figures.</source>
            <translation>这次运行没有保留模型，也没有指标。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/report_runs.py" />
            <source>This run kept no model, so nothing is told of its scores.</source>
            <translation>这次训练没有保留模型，因此没有分数可供说明。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Thresholds</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Time 5 %</source>
            <translation>5 % 时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <source>Time 95 %</source>
            <translation>95 % 时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Time for reading, training and measuring</source>
            <translation>读取、训练和测量的时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Time limit; the learning rate falls to zero in time for it.</source>
            <translation>时间限制；学习率会在到时前降至零。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Time of day</source>
            <translation>时钟时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Times of labels</source>
            <translation>标签的时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>To be typed where the project's folder is. With the same sounds, labels and versions, on a processor of the same kind, it comes to the same model.</source>
            <translation>请在项目文件夹所在处输入。声音、标注和版本相同，处理器同类时，会得到相同的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <source>Today {time}</source>
            <translation>今天 {time}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>Too few clips were measured to tell it from guessing: {figure} {accuracy:.3f} of {n} clip, where knowing only how frequent the classes are gives {guess:.3f}.</source>
            <extracomment>English plural: Too few clips were measured to tell it from guessing: {figure} {accuracy:.3f} of {n} clips, where knowing only how frequent the classes are gives {guess:.3f}.</extracomment>
            <translation>
                <numerusform>评估的片段太少，无法与猜测区分：{n} 个片段，{figure} {accuracy:.3f}，而只凭各类别的频率猜测为 {guess:.3f}。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>Too few sounds were measured to tell it from guessing: average precision {precision:.3f}, where knowing only how frequent the classes are gives {guess:.3f}, and by luck up to {high:.3f}.</source>
            <translation>评估的声音太少，无法与猜测区分：平均精度 {precision:.3f}，而只凭各类别的频率猜测为 {guess:.3f}，碰巧时可达 {high:.3f}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Too loud, the peaks are cut off: turn the input down.</source>
            <translation>声音过大，波峰被削平：请调低输入音量。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_columns.py" />
            <location filename="../../audioclf_gui/gui/columns_panel.py" />
            <location filename="../../audioclf_gui/gui/label/label_menu.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Track</source>
            <translation>轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>Train a model first; its suggestions appear here.</source>
            <translation>请先训练模型；其建议会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/resume.py" />
            <location filename="../../audioclf_gui/ml/pipeline/checkpoint.py" />
            <source>Train anew.</source>
            <translation>请重新训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/resume.py" />
            <source>Train anew: only a run that ended early, after an epoch at least, can go on.</source>
            <translation>请重新训练：只有至少完成一轮后提前结束的训练才能继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/label_doubts.py" />
            <source>Train first: `audioclf train PROJECT --folds all` judges every label.</source>
            <translation>请先训练：`audioclf train PROJECT --folds all` 会评判每个标签。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>Train one: `audioclf train PROJECT`.</source>
            <translation>请先训练一个：`audioclf train PROJECT`。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_model.py" />
            <source>Train the model again and export that, or use its own folder.</source>
            <translation>请重新训练模型并导出，或使用模型自身的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>Train the model again, or copy the whole folder once more from where it came.</source>
            <translation>请重新训练模型，或从来源处重新复制整个文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>Training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixture_subsets.py" />
            <source>Training and test are the folds that the sounds came with.</source>
            <translation>训练和测试是声音自带的折。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>Training ended early and kept the best epoch on the clips measured: the figures are optimistic.</source>
            <translation>训练提前结束，保留了在评估片段上最佳的一轮：指标偏乐观。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>Training goes on after epoch {epoch:d}.</source>
            <translation>训练从第 {epoch:d} 轮之后继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/trainer.py" />
            <source>Training run {id:d}</source>
            <translation>第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Trains on the other folds and is measured on this one; nothing is chosen on it, so training goes on for all its epochs</source>
            <translation>用其他折训练，在此折上评估；不用它作任何选择，因此会训练完所有轮次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Trees of a forest.</source>
            <translation>森林中树的数量。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>True class</source>
            <translation>真实类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>Try again in {wait} seconds.</source>
            <translation>请在 {wait} 秒后重试。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>Try again later.</source>
            <translation>请稍后重试。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>Twice the labels: about {gain:+.0f} points, from {now:.2f} to {then:.2f}; there are too few groups to tell how far off that may be.</source>
            <translation>标注加倍：约 {gain:+.0f} 个百分点，从 {now:.2f} 到 {then:.2f}；组太少，无法说明偏差范围。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_rules.py" />
            <source>Unlock it: right-click its name, or choose Tracks in the Label menu.</source>
            <translation>请解锁：右键点击其名称，或在“标注”菜单中选择“轨道”。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>Unpack it with another program, then import the folder.</source>
            <translation>请用其他程序解压，然后导入文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_sources.py" />
            <source>Unpacking</source>
            <translation>正在解压</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/project_maker.py" />
            <source>Unpacking the project</source>
            <translation>正在解包项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>Update audioclf-gui, or train the model again.</source>
            <translation>请更新 audioclf-gui，或重新训练模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>Update audioclf-gui, then open the project again.</source>
            <translation>请更新 audioclf-gui，然后重新打开项目。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>UrbanSound8K</source>
            <translation>UrbanSound8K</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out.py" />
            <source>Use group, fold:NAME with the name of a fold, or random:0.2 with a share from 0.02 to 0.6.</source>
            <translation>请使用 group、fold:NAME（NAME 为折的名称）或 random:0.2（比例从 0.02 到 0.6）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out.py" />
            <source>Use group:NAME, or group:FIRST,SECOND for several, or fold:NAME; put a name that holds a comma in quotes, as in group:"a,b".</source>
            <translation>请使用 group:NAME、group:FIRST,SECOND（多个）或 fold:NAME；名称含逗号时请加引号，例如 group:"a,b"。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_query.py" />
            <location filename="../../audioclf_gui/core/query.py" />
            <source>Use is: with {states}.</source>
            <translation>is: 之后可用：{states}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>Use one of: {choices}.</source>
            <translation>请使用以下之一：{choices}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Use one of: {folds}.</source>
            <translation>请使用以下之一：{folds}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/registry.py" />
            <source>Use one of: {names}, or an ONNX or TensorFlow Lite file.</source>
            <translation>请使用以下之一：{names}，或 ONNX 或 TensorFlow Lite 文件。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <location filename="../../audioclf_gui/ml/exporters/registry.py" />
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Use one of: {names}.</source>
            <translation>请使用以下之一：{names}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>Use the model's own folder, as `audioclf predict` does, or train another kind.</source>
            <translation>请像 `audioclf predict` 那样使用模型自身的文件夹，或训练其他类型的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/registry.py" />
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Use {name!r}.</source>
            <translation>请使用 {name!r}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>Validation</source>
            <translation>验证</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <location filename="../../audioclf_gui/jobs/documents/settings.py" />
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>Value, 95 % interval</source>
            <translation>值，95 % 区间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>Variant A without dropout and with moved pictures, of which its authors told their figure.</source>
            <translation>变体 A，不用 dropout，图像经过平移；作者报告的指标即由此得出。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Variation of the clips in training</source>
            <translation>训练时片段的变化</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/settings.py" />
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/general.py" />
            <source>Voices and words</source>
            <translation>人声与词语</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/voxceleb.py" />
            <source>VoxCeleb: speakers</source>
            <translation>VoxCeleb：说话人</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>Wait a moment, then do it again.</source>
            <translation>请稍候再试。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/folder_watcher.py" />
            <source>Watching {folder}</source>
            <translation>正在监视 {folder}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>WebM or Matroska</source>
            <translation>WebM 或 Matroska</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/subtitles.py" />
            <source>WebVTT subtitles</source>
            <translation>WebVTT 字幕</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/spectrogram_presets.py" />
            <source>Whales</source>
            <translation>鲸类</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What a linear model on statistics of the spectrogram has to say beside the networks of an ensemble; 0: nothing.</source>
            <translation>在集成的网络之外，基于声谱图统计量的线性模型占多少；0：不占。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>What birds are these?</source>
            <translation>这些是什么鸟？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What classes count in the loss: balanced, or dog=2,cat=0.5; empty: all alike.</source>
            <translation>各类别在损失中的权重：balanced，或 dog=2,cat=0.5；空：全部相同。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What follows a sound shorter than the window.</source>
            <translation>声音短于时间窗时，其后填充的内容。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What is learnt: one class per sound, several, or a number; auto: the labels, where there are none the numbers.</source>
            <translation>学习的目标：每个声音一个类别、多个类别，或一个数值；auto：学习标签，没有标签时学习数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>What it heard until then is kept. Connect it again and make another take.</source>
            <translation>此前录下的内容已保留。请重新连接后再录一次。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>What it is</source>
            <translation>简介</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <location filename="../../audioclf_gui/jobs/documents/settings.py" />
            <source>What it is for</source>
            <translation>用途</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/judged.py" />
            <source>What it means</source>
            <translation>含义</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What leaves at one end returns at the other, or is lost.</source>
            <translation>从一端移出的部分由另一端移回，或被舍弃。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What mfcc-statistics tells of the coefficients and bands of a window: names with commas.</source>
            <translation>mfcc-statistics 对时间窗内的系数和频带计算哪些统计量：以逗号分隔的名称。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What the figures are measured on: group, fold:NAME, or random:0.2 (flatters the model).</source>
            <translation>指标在哪些数据上评估：group、fold:NAME 或 random:0.2（偏乐观）。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What the sound becomes before the model.</source>
            <translation>声音在输入模型之前转换成什么。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>What to do</source>
            <translation>处理办法</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>What to know about run {id:d}</source>
            <translation>关于第 {id:d} 次训练须知</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>What to know about the figures</source>
            <translation>关于指标须知</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>What was changed after the snapshot was taken may be missing.</source>
            <translation>快照之后的更改可能缺失。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>Where each class has a column, mark it by 1 and 0; or choose the one column that names the classes.</source>
            <translation>如果每个类别各有一列，请用 1 和 0 标记；或选择写有类别名称的那一列。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Where every random number comes from; with equal threads it repeats a run.</source>
            <translation>所有随机数的种子；线程数相同时可重现一次训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Where the lowest band begins.</source>
            <translation>最低频带的起点。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Where to compute; auto takes a GPU if there is one.</source>
            <translation>在哪里计算；auto 在有 GPU 时使用 GPU。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which mel scale spaces the bands.</source>
            <translation>频带按哪种梅尔刻度划分。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which network, or other kind of model.</source>
            <translation>使用哪种网络或其他类型的模型。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which output of a model file is the embedding; empty: the one that is called so.</source>
            <translation>模型文件的哪个输出是嵌入；空：以此为名的输出。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which pretrained network listens: birdnet, speech, an ONNX or TensorFlow Lite file, or the folder of a model of this program.</source>
            <translation>使用哪个预训练网络听音：birdnet、speech、ONNX 或 TensorFlow Lite 文件，或本程序模型的文件夹。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which ready-made choice the others start from.</source>
            <translation>其他参数以哪个预设为起点。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which weights are kept: the last ones, or those of the best validation accuracy or loss.</source>
            <translation>保留哪些权重：最后的，或验证准确率或损失最佳时的。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Whole recording groups are kept from training, so that new recordings are judged</source>
            <translation>整组留出录音不参与训练，从而用新的录音来评估</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/whombat.py" />
            <source>Whombat annotations</source>
            <translation>Whombat 标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>Why not</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/entries.py" />
            <source>Windows cannot have a file of that name</source>
            <translation>Windows 上不能有这个名称的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/comparison.py" />
            <source>With 95 % intervals, where they can be told</source>
            <translation>附 95 % 区间（能够给出时）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>Without steady noise</source>
            <translation>去除稳态噪声</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/species.py" />
            <source>Write --label 'Turdus merula=blackbird', for one.</source>
            <translation>写法例如 --label 'Turdus merula=blackbird'。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>Write --set epochs=60, for one.</source>
            <translation>写法例如 --set epochs=60。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Write 0 or more.</source>
            <translation>请写 0 或更大的数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>Write NAME=LOW..HIGH or NAME=A,B,C with the name of a training parameter, learning_rate=0.001..0.01 for one, or one of: {spaces}.</source>
            <translation>请写成 NAME=LOW..HIGH 或 NAME=A,B,C，其中 NAME 是训练参数名，例如 learning_rate=0.001..0.01，或写以下之一：{spaces}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Write a frequency in hertz, or nothing.</source>
            <translation>请写以赫兹为单位的频率，或留空。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Write a number from 0 to that, or nothing.</source>
            <translation>请写 0 到该值的数，或留空。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/query.py" />
            <source>Write a number, such as {key}:&gt;10 or {key}:&lt;=0.5.</source>
            <translation>请写一个数，如 {key}:&gt;10 或 {key}:&lt;=0.5。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/results.py" />
            <source>Write a table (csv) or JSON instead: they have the number of each window.</source>
            <translation>请改为写成表格 (csv) 或 JSON：其中有每个时间窗的数值。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>Write an earlier time.</source>
            <translation>请写更早的时间。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/class_weights.py" />
            <source>Write balanced, or names with numbers above 0: dog=2,cat=0.5.</source>
            <translation>请写 balanced，或名称及大于 0 的数：dog=2,cat=0.5。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>Write it like (?P&lt;label&gt;\w+)_(?P&lt;group&gt;\w+)_\d+ for dog_site3_12.wav.</source>
            <translation>写法例如：dog_site3_12.wav 用 (?P&lt;label&gt;\w+)_(?P&lt;group&gt;\w+)_\d+。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/name_template.py" />
            <source>Write it like {template} for dog_site3_12.wav, or {longer} where a class may hold the separator.</source>
            <translation>对于 dog_site3_12.wav 请写作 {template}；如果类别可能包含分隔符，则写作 {longer}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>Write rate_hz=16000,window_s=0.025,hop_s=0.01,mels=64,low_hz=60,high_hz=7600, for one.</source>
            <translation>写法例如 rate_hz=16000,window_s=0.025,hop_s=0.01,mels=64,low_hz=60,high_hz=7600。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>Write seconds, such as 1.25 or 0:01.25.</source>
            <translation>请写秒数，如 1.25 或 0:01.25。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>Write the smaller number first.</source>
            <translation>请先写较小的数。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>Write what it says and how it is called, as in --column start_s=onset.</source>
            <translation>请写明含义和列名，如 --column start_s=onset。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_reports.py" />
            <source>Writing the report</source>
            <translation>正在写报告</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <source>Yesterday {time}</source>
            <translation>昨天 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Your own keys took those of: {commands}. They are marked.</source>
            <translation>您自己的按键占用了以下命令的按键：{commands}。它们已作标记。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>`audioclf {command} --help` tells the range of each option.</source>
            <translation>`audioclf {command} --help` 列出每个选项的范围。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/flac.py" />
            <source>a block of an unknown kind</source>
            <translation>未知类型的块</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/csv_rows.py" />
            <source>a cell has over {n} characters</source>
            <translation>有单元格超过 {n} 个字符</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a class has no name</source>
            <translation>有类别没有名称</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>a class has only {n} label, and what {name} knows already makes up for that</source>
            <extracomment>English plural: a class has only {n} labels, and what {name} knows already makes up for that</extracomment>
            <translation>
                <numerusform>有类别只有 {n} 个标签，而 {name} 已有的知识可以弥补</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>a class needs a name</source>
            <translation>类别需要一个名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>a clip without a class</source>
            <translation>无类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/template.py" />
            <source>a label cannot run from {start_s} s to {end_s} s</source>
            <translation>标签不能从 {start_s} s 到 {end_s} s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>a label of the whole clip needs a class</source>
            <translation>整个片段的标签需要类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/registry.py" />
            <source>a model cannot be exported as {key!r}</source>
            <translation>模型不能导出为 {key!r}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>a model of the kind {architecture} on {front_end} cannot become an ONNX file: {reason}</source>
            <translation>基于 {front_end} 的 {architecture} 类模型不能转为 ONNX 文件：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/own_model.py" />
            <source>a model that was trained with this program</source>
            <translation>用本程序训练的模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>a number is to be estimated</source>
            <translation>需要估计数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>a project has numbers of one quantity: these are {other}, those that it has {own}</source>
            <translation>一个项目只能有一种量的数值：这些是 {other}，项目中已有的是 {own}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objectives/regression.py" />
            <source>a quantity is one name with a unit</source>
            <translation>一个量应为一个名称加一个单位</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/csv_rows.py" />
            <source>a quote is opened here and not closed</source>
            <translation>此处的引号没有结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unlearnt_answers.py" />
            <source>a random forest and a small network on the same numbers</source>
            <translation>随机森林加同一组数值上的小型网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a sample rate of {rate_hz} Hz is out of range</source>
            <translation>采样率 {rate_hz} Hz 超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/study.py" />
            <source>a search needs the package {name}, which is not installed</source>
            <translation>搜索需要软件包 {name}，但它没有安装</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out_answers.py" />
            <source>a small model on the listener {name}</source>
            <translation>监听模型 {name} 上的小模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a standard deviation is not above 0</source>
            <translation>有标准差不大于 0</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>a table that is not read</source>
            <translation>未读取的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a threshold is not within 0 to 1</source>
            <translation>有阈值不在 0 至 1 之间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/species.py" />
            <source>a threshold of {threshold:g} is no score</source>
            <translation>阈值 {threshold:g} 不是得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>a time is missing</source>
            <translation>缺少时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>a track needs a name</source>
            <translation>轨道需要一个名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a window of {window_s} s is out of range</source>
            <translation>时间窗 {window_s} s 超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>about no recording here, stays out</source>
            <translation>与此处的录音无关，不导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>accept event</source>
            <translation>接受事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>accept suggestion</source>
            <translation>接受建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>accept {name}</source>
            <translation>接受“{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>accept {n} suggestion</source>
            <extracomment>English plural: accept {n} suggestions</extracomment>
            <translation>
                <numerusform>接受 {n} 条建议</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>accepted</source>
            <translation>已接受</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <location filename="../../audioclf_gui/ml/objectives/single_label.py" />
            <source>accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/guessing.py" />
            <source>accuracy over all folds together</source>
            <translation>所有折合计的准确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_finder.py" />
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>add class</source>
            <translation>添加类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>add label</source>
            <translation>添加标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>add track</source>
            <translation>添加轨道</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/class_lists.py" />
            <source>add {n} class</source>
            <extracomment>English plural: add {n} classes</extracomment>
            <translation>
                <numerusform>添加 {n} 个类别</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/csv_rows.py" />
            <source>after a closing quote the cell goes on</source>
            <translation>结束引号之后单元格仍有内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>all alike</source>
            <translation>全部相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>all channels as one</source>
            <translation>所有声道混合</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>all clips</source>
            <translation>所有片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>all clips with a number</source>
            <translation>所有带数值的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>all labelled clips</source>
            <translation>所有已标注的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>all labels of this clip</source>
            <translation>此片段的所有标签</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>all labels of {n} selected clip</source>
            <extracomment>English plural: all labels of {n} selected clips</extracomment>
            <translation>
                <numerusform>{n} 个所选片段的所有标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/addresses.py" />
            <source>an address with a name and password in it is not fetched</source>
            <translation>含有用户名和密码的地址不会被获取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_pane.py" />
            <source>an estimate, being made exact</source>
            <translation>估计结果，正在精确计算</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/confusion.py" />
            <source>answer</source>
            <translation>回答</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/forest_growth.py" />
            <source>any depth</source>
            <translation>深度不限</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/labels_page.py" />
            <source>as run {id:d}: {title}</source>
            <translation>同第 {id:d} 次训练：{title}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>as the file says</source>
            <translation>以文件说明为准</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>as typed</source>
            <translation>手动输入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>as_given = true: the preset {name!r} is no reference system</source>
            <translation>as_given = true：预设 {name!r} 不是参考配置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>at T {temperature:.2f}</source>
            <translation>T = {temperature:.2f}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>at the end only</source>
            <translation>仅在结束时</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>at {address} is a web page and no archive</source>
            <translation>{address} 处是网页，不是归档文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <location filename="../../audioclf_gui/ml/objectives/multi_label.py" />
            <source>average precision</source>
            <translation>平均精度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>balanced accuracy</source>
            <translation>平衡准确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>bands</source>
            <translation>频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <location filename="../../audioclf_gui/ml/decisions.py" />
            <source>below {threshold:.2f}</source>
            <translation>低于 {threshold:.2f}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>best {figure:.3f} at {epoch}</source>
            <translation>最佳 {figure:.3f}（第 {epoch} 轮）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>between {low:.0f} and {high:.0f} Hz less by {by_db:.0f} dB</source>
            <translation>{low:.0f} 至 {high:.0f} Hz 之间少 {by_db:.0f} dB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>between {low:.0f} and {high:.0f} Hz more by {by_db:.0f} dB</source>
            <translation>{low:.0f} 至 {high:.0f} Hz 之间多 {by_db:.0f} dB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>bias</source>
            <translation>平均偏差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>by a model</source>
            <translation>由模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>by hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>by {groups}</source>
            <translation>按 {groups}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>calibration error</source>
            <translation>校准误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>centre {hz}</source>
            <translation>中心频率 {hz}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>change class</source>
            <translation>更改类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>change colour</source>
            <translation>更改颜色</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>change track</source>
            <translation>更改轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>channel {n}</source>
            <translation>声道 {n}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>chosen by share</source>
            <translation>按比例选取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>chosen by their names and cells: {columns}</source>
            <translation>根据列名和单元格选取：{columns}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/class_weights.py" />
            <source>class_weights = {setting} is about classes</source>
            <translation>class_weights = {setting} 与类别有关</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/class_weights.py" />
            <source>class_weights = {setting}: there is no class called {name}</source>
            <translation>class_weights = {setting}：没有名为 {name} 的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/class_weights.py" />
            <source>class_weights = {setting}: “{part}” is no weight of a class</source>
            <translation>class_weights = {setting}：“{part}”不是类别的权重</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>clear label</source>
            <translation>清除标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>clips of one recording are in both sets and in several inner folds, and no tree is deeper than 8; its authors drew other sets in every run, which is not repeated</source>
            <translation>同一录音的片段同时出现在两个数据集和多个内层折中，且树的深度均不超过 8；其作者每次运行都另行抽取数据集，这一点未重现</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>clips of one recording are in both sets, and the numbers are not standardised, so that the first drowns the others</source>
            <translation>同一录音的片段同时出现在两个数据集中，且数值未经标准化，因此第一个数值掩盖了其他数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>clips of one recording are in both sets, each batch is standardised by its own values, so that the model answers worse when it is asked about one clip alone, the clips measured are shifted and masked by chance, and what is longer than 4 s loses its end; stereo is mixed down before it is doubled again</source>
            <translation>同一录音的片段同时出现在两个数据集中，每个批次按自身的值标准化，因此模型单独判断一个片段时表现更差，评估片段也被随机平移和遮盖，超过 4 s 的部分被截去；立体声先混合为单声道再复制为两个声道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>clips of one speaker are in all sets, and the learning rate never falls</source>
            <translation>同一说话人的片段出现在所有数据集中，且学习率从不下降</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>clips of one speaker are in all sets, the clips measured are zoomed and moved by chance as photographs are, and the learning rate never falls; the whitening that its authors left out of their test is left out altogether</source>
            <translation>同一说话人的片段出现在所有数据集中，评估片段像照片一样被随机缩放和平移，且学习率从不下降；其作者在测试时漏用的白化在此完全不用</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>clips of one speaker are in both sets, the clips measured are mirrored, zoomed and moved by chance as photographs are, and the learning rate never falls</source>
            <translation>同一说话人的片段同时出现在两个数据集中，评估片段像照片一样被随机镜像、缩放和平移，且学习率从不下降</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>column “fold” of {file} has other names for the folds than their numbers: {name} is read as {number}</source>
            <translation>{file} 的列“fold”中的折不是以编号命名：{name} 读作 {number}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>column “{column}” of {file} holds lists: {cell} is read as {name}</source>
            <translation>{file} 的“{column}”列含有列表：{cell} 读作 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>column “{column}” of {file} holds marks only ({cells}), and these are taken for the names of classes</source>
            <translation>{file} 的列“{column}”中只有标记（{cells}），这些标记被视为类别名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>column “{column}” of {file} holds numbers ({names}), and each is taken for a class; a number to estimate belongs into the target's column</source>
            <translation>{file} 的列“{column}”中是数值（{names}），每个数值视为一个类别；待估计的数值应放在目标列中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>column “{column}” of {file} is a number to estimate: {quantity}</source>
            <translation>{file} 的列“{column}”是待估计的数值：{quantity}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>column “{column}” of {file} writes whole numbers with a fraction: {cell} is read as {name}</source>
            <translation>{file} 的列“{column}”中的整数带有小数：{cell} 读作 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>column “{column}” of {table} tells where something begins, but the classes are taken for whole recordings; if they are labels of parts, leave the table for after the import</source>
            <translation>{table} 的列“{column}”表示起始位置，但类别用于整个录音；如果是区段的标签，请在导入录音之后再导入该表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>compared with run {id:d} (dashed)</source>
            <translation>与第 {id:d} 次训练比较（虚线）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>compared with run {id:d}, {figure} (dashed)</source>
            <translation>与第 {id:d} 次训练 {figure} 比较（虚线）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/decisions.py" />
            <source>cool-down</source>
            <translation>冷却中</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/copy_labels.py" />
            <source>copy {n} label</source>
            <extracomment>English plural: copy {n} labels</extracomment>
            <translation>
                <numerusform>复制 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>cut {n} label</source>
            <extracomment>English plural: cut {n} labels</extracomment>
            <translation>
                <numerusform>剪切 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>dB</source>
            <translation>dB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/curves.py" />
            <source>dashed: on the sounds learnt from</source>
            <translation>虚线：在学过的声音上</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>delete class {name}</source>
            <translation>删除类别“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>delete track {name}</source>
            <translation>删除轨道“{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>delete {n} label</source>
            <extracomment>English plural: delete {n} labels</extracomment>
            <translation>
                <numerusform>删除 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_merge.py" />
            <source>deleted</source>
            <translation>已删除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/forest_growth.py" />
            <source>depth {n:d}</source>
            <translation>深度 {n:d}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>describe labels</source>
            <translation>描述标签</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/import_clips.py" />
            <source>describe {n} clip as its data set does</source>
            <extracomment>English plural: describe {n} clips as their data set does</extracomment>
            <translation>
                <numerusform>按数据集补全 {n} 个片段的信息</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>describe {n} label</source>
            <extracomment>English plural: describe {n} labels</extracomment>
            <translation>
                <numerusform>描述 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>duplicate labels</source>
            <translation>再制标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>each class comes from one group only, so none of it can be kept for validation</source>
            <translation>每个类别都只来自一个录音组，因此无法留出验证数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>each class has one clip only, so none of it can be kept for validation</source>
            <translation>每个类别都只有一个片段，因此无法留出验证数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>each of the columns {columns} of {file} is taken for a class of its own, of the recordings that are marked in it</source>
            <translation>{file} 的列 {columns} 各视为一个类别，适用于其中作了标记的录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>each recording of the archive is a group, since nothing tells who made it</source>
            <translation>由于没有说明录制者，档案中的每个录音各为一组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>edit label</source>
            <translation>编辑标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>edit labels</source>
            <translation>编辑标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>edit {number} cannot be gone back to</source>
            <translation>无法回到编辑 {number}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/text.py" />
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>empty: {meaning}</source>
            <translation>空：{meaning}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>ends</source>
            <translation>终点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>entries of the history</source>
            <translation>历史记录</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>epoch {epoch:d} is kept</source>
            <translation>保留第 {epoch:d} 轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>epoch {epoch}</source>
            <translation>第 {epoch} 轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation>第 {epoch} / {epochs} 轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>epochs</source>
            <translation>轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>epochs of training runs</source>
            <translation>训练的轮次记录</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>equal height</source>
            <translation>等高</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/estimates_plot.py" />
            <location filename="../../audioclf_gui/jobs/figures/estimates.py" />
            <source>error</source>
            <translation>误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>error of guessing</source>
            <translation>猜测的误差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/estimates_plot.py" />
            <location filename="../../audioclf_gui/jobs/figures/estimates.py" />
            <source>estimated {quantity}</source>
            <translation>{quantity}估计值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/decisions.py" />
            <source>event</source>
            <translation>事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>every clip has the same {quantity}, so there is nothing to learn</source>
            <translation>所有片段的 {quantity} 都相同，没有可学习的内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>every clip is in fold {name!r}</source>
            <translation>所有片段都在折 {name!r} 中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>every labelled clip is a group of its own, so a random split is the same as one by group</source>
            <translation>每个已标注片段自成一组，因此随机划分与按组划分相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>every labelled clip is in the test set, so none is left to learn from</source>
            <translation>所有已标注的片段都在测试集中，没有可供学习的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>every labelled clip is {name!r}, so there is nothing to tell apart</source>
            <translation>所有已标注的片段都是 {name!r}，没有可区分的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>exact sets</source>
            <translation>类别全对率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_pane.py" />
            <source>exact up to {time}, an estimate after it</source>
            <translation>{time} 之前为精确结果，之后为估计结果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>failed; no model was kept</source>
            <translation>失败；没有保留模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/thresholds.py" />
            <source>false alarm rate</source>
            <translation>误报率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/log_mel.py" />
            <source>features: {name} is not a whole number</source>
            <translation>特征：{name} 不是整数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/log_mel.py" />
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>features: {name} is out of range</source>
            <translation>特征：{name} 超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>files in {folder} were changed since {name} was unpacked, and count as they are now; delete the folder to unpack it anew</source>
            <translation>解压 {name} 之后 {folder} 中的文件有改动，以现在的为准；删除该文件夹即可重新解压</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>files share their bytes, so that they unfold to more and more</source>
            <translation>文件共用字节，会展开得越来越多</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>files that were put aside</source>
            <translation>未导入的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/relink.py" />
            <source>find moved sounds</source>
            <translation>找回移动过的声音文件</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/find_sounds.py" />
            <source>find {n} sound</source>
            <extracomment>English plural: find {n} sounds</extracomment>
            <translation>
                <numerusform>查找到 {n} 段声音</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>finished</source>
            <translation>已完成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>fold</source>
            <translation>折</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {names} is the test set</source>
            <extracomment>English plural: folds {names} are the test set</extracomment>
            <translation>
                <numerusform>折 {names} 为测试集</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {name} held out</source>
            <translation>留出折 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/shown_curves.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_facts.py" />
            <source>fold {number}</source>
            <translation>第 {number} 折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>fold {number} of {folds}</source>
            <translation>第 {number} / {folds} 折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {test} is the test set</source>
            <translation>折 {test} 为测试集</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {test} is the test set, fold {valid} the validation set</source>
            <translation>折 {test} 为测试集，折 {valid} 为验证集</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>from a file</source>
            <translation>来自文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recording_start.py" />
            <source>from the file's header</source>
            <translation>取自文件头</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recording_start.py" />
            <source>from the file's name</source>
            <translation>取自文件名</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>gap</source>
            <translation>数据中断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>group</source>
            <translation>录音组</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>group {names} is the test set</source>
            <extracomment>English plural: groups {names} are the test set</extracomment>
            <translation>
                <numerusform>录音组 {names} 为测试集</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/forest.py" />
            <source>growing trees</source>
            <translation>正在生成树</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>headerless PCM</source>
            <translation>无文件头的 PCM</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>held-out run</source>
            <translation>留出评估</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>heterodyned</source>
            <translation>外差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/name_builder.py" />
            <source>ignored</source>
            <translation>忽略</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/catalogue.py" />
            <source>import clips</source>
            <translation>导入片段</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/import_labels.py" />
            <source>import labels of {n} file</source>
            <extracomment>English plural: import labels of {n} files</extracomment>
            <translation>
                <numerusform>导入 {n} 个文件的标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>in the held-out run of its training, on clips that this run had not learnt from, the {figure} was {value}</source>
            <translation>在其训练的留出评估中，对未参与学习的片段，{figure}为 {value}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>in the held-out runs of its training, each on the fold that it held back, the {figure} was {value}</source>
            <translation>在其训练的各次留出评估中，每次对留出的折，{figure}为 {value}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>in {n} clip the channels cancel each other: only one is heard</source>
            <extracomment>English plural: in {n} clips the channels cancel each other: only one is heard</extracomment>
            <translation>
                <numerusform>{n} 个片段的声道相互抵消：只听取其中一个声道</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_merge.py" />
            <source>in {track}</source>
            <translation>在轨道“{track}”中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_rules.py" />
            <source>intervals of the track {name} would lie over each other</source>
            <translation>轨道 {name} 的区间会互相重叠</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_query.py" />
            <location filename="../../audioclf_gui/core/query.py" />
            <source>is:{state} is not understood</source>
            <translation>无法理解 is:{state}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>it answers a sound with values that are not numbers</source>
            <translation>它对声音的输出不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/front_end.py" />
            <source>it asks for the front end {kind}, which is not known</source>
            <translation>它要求未知的前端 {kind}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>it asks for the padding {pad!r}</source>
            <translation>它要求填充方式 {pad!r}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>it breaks off before its sound begins</source>
            <translation>文件在声音数据开始之前就中断了</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/xml_text.py" />
            <source>it declares entities, which no label file needs</source>
            <translation>它声明了实体，而标签文件不需要这些</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>it does not begin like any kind of audio file</source>
            <translation>文件开头不符合任何音频格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it does not describe a model of this program</source>
            <translation>它描述的不是本程序的模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams_annotations.py" />
            <location filename="../../audioclf_gui/formats/labels/studio_tasks.py" />
            <location filename="../../audioclf_gui/formats/labels/whombat_annotations.py" />
            <source>it does not go on as JSON does</source>
            <translation>后续内容不符合 JSON 格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/textgrid.py" />
            <source>it does not go on as a TextGrid does</source>
            <translation>后续内容不符合 TextGrid 格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/svl.py" />
            <source>it does not say the sample rate of its frames</source>
            <translation>文件没有说明帧的采样率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>it does not say which clips it learnt from: those flatter it</source>
            <translation>没有记录训练所用的片段：这些片段会使结果偏乐观</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/stretches.py" />
            <source>it ends before the stretch does</source>
            <translation>它在该段结束之前就已结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>it fails on a sound ({why})</source>
            <translation>它处理声音时出错（{why}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>it has changed there</source>
            <translation>它在那里已更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/timed_fields.py" />
            <source>it has fewer than {n} fields</source>
            <translation>其字段少于 {n} 个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>it has more cells than there are columns</source>
            <translation>单元格数多于列数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams_annotations.py" />
            <source>it has no annotations</source>
            <translation>它没有标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>it has no classes, or too many</source>
            <translation>它没有类别，或类别过多</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/selection_columns.py" />
            <source>it has no column “File Offset (s)”, so its times are taken for those in each recording</source>
            <translation>没有“File Offset (s)”列，因此其时间视为各录音内的时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/raven.py" />
            <location filename="../../audioclf_gui/formats/labels/whombat.py" />
            <source>it has no column “{name}”, but {columns}</source>
            <translation>其中没有列“{name}”，只有 {columns}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/subtitles.py" />
            <source>it has no line of times such as 00:00:01,500 --&gt; 00:00:02,000</source>
            <translation>它没有形如 00:00:01,500 --&gt; 00:00:02,000 的时间行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it has numbers that are not finite</source>
            <translation>其中有非有限的数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>it has too little in common with the file of that name before to be its later version, so its labels were added</source>
            <translation>它与之前同名的文件共同之处太少，不能算其后续版本，因此其标注被添加</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/models/backbone_file.py" />
            <source>it has {n} convolution of 3 x 3, not {layers}</source>
            <extracomment>English plural: it has {n} convolutions of 3 x 3, not {layers}</extracomment>
            <translation>
                <numerusform>它有 {n} 个 3 x 3 卷积，而不是 {layers} 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>it has {n} input</source>
            <extracomment>English plural: it has {n} inputs</extracomment>
            <translation>
                <numerusform>它有 {n} 个输入</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/graph/networks.py" />
            <source>it hears through a TensorFlow Lite file that takes spectrograms</source>
            <translation>它通过以声谱图为输入的 TensorFlow Lite 文件听取声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/graph/networks.py" />
            <source>it hears through a frozen network that is no ONNX file</source>
            <translation>它通过冻结网络听取声音，而该网络不是 ONNX 文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/heard.py" />
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <source>it holds no sound</source>
            <translation>其中没有声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>it is a database of another program</source>
            <translation>这是其他程序的数据库</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a document (PDF)</source>
            <translation>这是文档 (PDF)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>it is a link or another thing that is no file</source>
            <translation>它是链接或其他非文件内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a picture (JPEG)</source>
            <translation>这是图片 (JPEG)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a picture (PNG)</source>
            <translation>这是图片 (PNG)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a sound (FLAC)</source>
            <translation>这是声音文件 (FLAC)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a sound (MP3)</source>
            <translation>这是声音文件 (MP3)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a sound (Ogg)</source>
            <translation>这是声音文件 (Ogg)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a sound (WAV)</source>
            <translation>这是声音文件 (WAV)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is a text</source>
            <translation>这是文本</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/whombat_annotations.py" />
            <source>it is a “{kind}”, which has no labels</source>
            <translation>它是“{kind}”，其中没有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>it is an archive (ZIP)</source>
            <translation>这是压缩文件 (ZIP)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/xml_text.py" />
            <source>it is damaged XML</source>
            <translation>XML 已损坏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is damaged, or was changed since the model was made</source>
            <translation>文件已损坏，或在模型生成后被更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>it is empty</source>
            <translation>文件为空</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/zip_entries.py" />
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>it is encrypted</source>
            <translation>它已加密</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is far too large</source>
            <translation>文件过大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <source>it is neither an ONNX nor a TensorFlow Lite file</source>
            <translation>文件既不是 ONNX 也不是 TensorFlow Lite</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/timed_fields.py" />
            <source>it is no line of type {type} with {n} fields</source>
            <translation>它不是含 {n} 个字段的 {type} 类型的行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/studio_tasks.py" />
            <source>it is no task of Label Studio, nor a list of them</source>
            <translation>文件不是 Label Studio 任务，也不是任务列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/backbone_file.py" />
            <source>it is no whole safetensors file ({error})</source>
            <translation>文件不是完整的 safetensors 文件（{error}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not JSON</source>
            <translation>文件不是 JSON</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>it is not a file</source>
            <translation>这不是文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not a list of texts</source>
            <translation>它不是文本列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not a whole safetensors file ({error})</source>
            <translation>文件不是完整的 safetensors 文件（{error}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not there</source>
            <translation>文件不存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>it is not there any more</source>
            <translation>文件已不存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is of version {found}, and this program reads version {known:d}</source>
            <translation>其版本为 {found}，而本程序读取版本 {known:d}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/zip_entries.py" />
            <source>it is packed by a method ({number}) that is not known here</source>
            <translation>它用此处未知的方法（{number}）打包</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>it is taken for a later version of {file}, which came before</source>
            <translation>视为以前导入的 {file} 的较新版本</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>it is there twice</source>
            <translation>它出现了两次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>it is too long</source>
            <translation>它太长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <source>it keeps weights outside its folder ({place})</source>
            <translation>它将权重存放在其文件夹之外（{place}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objectives/objective.py" />
            <source>it learnt {kind}, which is not known</source>
            <translation>其学习目标 {kind} 未知</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/name_template.py" />
            <source>it names one thing twice</source>
            <translation>它两次指明同一内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <source>it needs operations of somebody's own ({names})</source>
            <translation>它需要非标准的运算（{names}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/tflite_file.py" />
            <source>it needs operations of somebody's own ({problem})</source>
            <translation>它需要非标准的运算（{problem}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/name_template.py" />
            <source>it says neither class nor group nor fold</source>
            <translation>它既未说明类别，也未说明录音组或折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>it says nothing about {name!r}</source>
            <translation>其中没有 {name!r} 的信息</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>it takes exactly {count} sounds at once</source>
            <translation>它每次必须接受恰好 {count} 个声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/heard.py" />
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>it was changed since it was imported</source>
            <translation>文件在导入后被更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/listener.py" />
            <source>it was made with another version of the listener {name}</source>
            <translation>它由听音模型 {name} 的另一版本生成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams_annotations.py" />
            <source>its annotations are no labels, but {kinds}</source>
            <translation>其标注不是标签，而是 {kinds}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams.py" />
            <source>its annotations {kinds} are no labels and are kept in the file, not shown</source>
            <translation>其标记 {kinds} 不是标注，保留在文件中，不显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>its class is “{own}” and not “{other}”</source>
            <translation>其类别是“{own}”而不是“{other}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>its column “{column}” is read as per cent</source>
            <translation>列“{column}”按百分数读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/sonic_visualiser.py" />
            <source>its columns are not those of a layer: {columns}</source>
            <translation>其中的列与图层不符，应为：{columns}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>its columns are parted by spaces where Audacity has tabs</source>
            <translation>各列以空格而不是 Audacity 的制表符分隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_labels.py" />
            <source>its columns are read as they were chosen of a table with the same ones before</source>
            <translation>按之前为列相同的表格所选的方式读取其列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/sonic_visualiser.py" />
            <source>its columns are read as {columns}</source>
            <translation>各列读作：{columns}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>its columns have no names and are read as start and end in seconds, and label</source>
            <translation>各列没有名称，读作以秒为单位的起点、终点，以及标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>its columns have no names, and more than one of them may be meant</source>
            <translation>各列没有名称，且可能的列不止一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>its columns {columns} are read as seconds</source>
            <translation>列 {columns} 按秒读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>its columns {columns} are read as {unit}</source>
            <translation>列 {columns} 按{unit}读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>its columns {columns} count samples or frames</source>
            <translation>列 {columns} 以采样点或帧计</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/studio_tasks.py" />
            <source>its entries are no stretches of sound, but “{kind}”</source>
            <translation>其条目不是声音区段，而是“{kind}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <source>its file of weights is missing: {place}</source>
            <translation>缺少权重文件：{place}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/raven.py" />
            <source>its first line does not name Begin Time (s) and End Time (s)</source>
            <translation>首行没有 Begin Time (s) 和 End Time (s)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>its first line does not name the columns {columns}</source>
            <translation>首行没有列名 {columns}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>its first line names {columns}, and no column of {missing}</source>
            <translation>首行有列 {columns}，但没有表示{missing}的列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>its fold is “{own}” and not “{other}”</source>
            <translation>其折是“{own}”而不是“{other}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/svl.py" />
            <source>its frame or its duration is no number</source>
            <translation>帧位置或时长不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>its group is “{own}” and not “{other}”</source>
            <translation>其录音组是“{own}”而不是“{other}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header announces no sound, yet {size} bytes follow</source>
            <translation>文件头声明没有声音，其后却有 {size} 字节</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header claims a sampling rate of {rate_hz} Hz</source>
            <translation>文件头声明的采样率为 {rate_hz} Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header contradicts itself</source>
            <translation>文件头自相矛盾</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header describes samples of a kind that cannot be decoded</source>
            <translation>文件头描述的样本类型无法解码</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header gives no length that holds, and it is too long to be measured otherwise</source>
            <translation>文件头没有可靠的长度，而文件太长，无法用其他方法测量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header gives no usable sampling rate or number of channels</source>
            <translation>文件头没有可用的采样率或声道数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>its header is damaged or missing</source>
            <translation>文件头已损坏或缺失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header is malformed</source>
            <translation>文件头格式错误</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/soundness.py" />
            <source>its header promises {promised} Hz, but the sound says {found} Hz</source>
            <translation>文件头声明为 {promised} Hz，但声音数据为 {found} Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header promises {promised} frames, but there is no sound</source>
            <translation>文件头声明有 {promised} 帧，但其中没有声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>its input has the shape {shape}</source>
            <translation>其输入的形状为 {shape}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>its input is of the kind {kind}, not float32</source>
            <translation>其输入的类型为 {kind}，而不是 float32</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>its input is {shape}, without {n} bands</source>
            <translation>其输入为 {shape}，没有 {n} 个频带</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>its labels were added to those that {clip} has already</source>
            <extracomment>English plural: its labels were added to those that {n} clips have already, {clip} among them</extracomment>
            <translation>
                <numerusform>其标签已添加到 {n} 个片段已有的标签中，例如 {clip}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/svl.py" />
            <source>its layers count frames of different sample rates</source>
            <translation>其图层以不同的采样率计帧</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/listener_and_log_mel.py" />
            <source>its listener and its spectrogram hear at different rates</source>
            <translation>其听音模型与声谱图的采样率不同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>its name is not valid text</source>
            <translation>文件名不是有效的文本</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>its output has {n} numbers</source>
            <translation>其输出有 {n} 个数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>its own check sums</source>
            <translation>文件自身的校验和</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/letting_out.py" />
            <source>its path leads out of the folder</source>
            <translation>其路径指向文件夹之外</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/letting_out.py" />
            <source>its path starts elsewhere than in the folder</source>
            <translation>其路径不是从该文件夹开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/csv_rows.py" />
            <source>its rows have one cell more than its first line: the first is taken for the row's number</source>
            <translation>各行比首行多一个单元格：第一个视为行号</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/soundness.py" />
            <source>its samples are not those that its checksum (MD5) was made of</source>
            <translation>样本与校验和 (MD5) 不符</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_sounds.py" />
            <source>its sampling rate or channels are not those that it was imported with</source>
            <translation>其采样率或声道与导入时不同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <location filename="../../audioclf_gui/audio/headers.py" />
            <location filename="../../audioclf_gui/audio/sample_reader.py" />
            <source>its sound breaks off</source>
            <translation>声音数据中断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/whombat_annotations.py" />
            <source>its sound event has no place in time</source>
            <translation>其声音事件没有时间位置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>its sound is damaged after {time_s:.1f} s ({how})</source>
            <translation>声音在 {time_s:.1f} s 之后损坏（{how}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/timed_fields.py" />
            <source>its start or its duration is no number of seconds</source>
            <translation>起始时间或时长不是秒数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/studio_tasks.py" />
            <location filename="../../audioclf_gui/formats/labels/timed_fields.py" />
            <source>its start or its end is no number of seconds</source>
            <translation>起点或终点不是秒数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/subtitles.py" />
            <source>its tags {tags} are kept in the file and not shown</source>
            <translation>其标签 {tags} 保留在文件中，不显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>its target is {own:g} and not {other:g}</source>
            <translation>其目标值是 {own:g} 而不是 {other:g}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/text.py" />
            <source>its text is no UTF-8 and is read as that of Western European systems, with words such as “{word}”: if that is wrong, save it as UTF-8</source>
            <translation>其文本不是 UTF-8，按西欧系统的编码读取，含有“{word}”这样的词：如果不对，请另存为 UTF-8</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/textgrid.py" />
            <source>its tiers {tiers} have more or fewer items than they say</source>
            <translation>层 {tiers} 的条目数与声明的不符</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams_annotations.py" />
            <location filename="../../audioclf_gui/formats/labels/sonic_visualiser.py" />
            <source>its time or its duration is no number of seconds</source>
            <translation>时间或时长不是秒数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/whombat.py" />
            <source>its times and frequencies are told for recordings that play slower than the sound was</source>
            <translation>其时间和频率是针对比原声播放得慢的录音给出的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/sonic_visualiser.py" />
            <source>its times are counted in samples; export them in seconds</source>
            <translation>时间以采样点计；请以秒为单位导出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>its times are counted in {units}</source>
            <translation>其时间以 {units} 计</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>its times are read as hours, minutes and seconds</source>
            <translation>时间按时、分、秒读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>its times are whole numbers and are read as seconds</source>
            <translation>其时间为整数，按秒读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>its times begin {skipped_s:g} s into the recording, and are told from its beginning</source>
            <translation>其时间从录音的 {skipped_s:g} s 处开始，并以此为起点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/jams_annotations.py" />
            <source>its value is no name</source>
            <translation>其值不是名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/graph/tracing.py" />
            <source>its way depends on how many sounds it is given</source>
            <translation>其运算方式取决于一次输入多少个声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>its window is {length_s:.3f} s long</source>
            <translation>其时间窗长 {length_s:.3f} s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/edits.py" />
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>label also {name}</source>
            <translation>同时标注为“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>label files as they were imported</source>
            <translation>导入时的标签文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/clip_capture.py" />
            <source>label what was heard</source>
            <translation>标注听到的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>label {name}</source>
            <translation>标注为“{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>label {n} clip</source>
            <extracomment>English plural: label {n} clips</extracomment>
            <translation>
                <numerusform>标注 {n} 个片段</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>labelled {name}</source>
            <translation>已标注为“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <location filename="../../audioclf_gui/core/track.py" />
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>labels of different classes cannot be merged</source>
            <translation>不同类别的标签不能合并</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>labels of different tracks cannot be merged</source>
            <translation>不同轨道的标签不能合并</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>labels of this clip in {track}</source>
            <translation>此片段在 {track} 中的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>labels: come in after the recordings</source>
            <translation>标签：在录音之后导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/heads.py" />
            <source>learning from statistics of the spectrogram</source>
            <translation>正在从声谱图的统计量中学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/head.py" />
            <location filename="../../audioclf_gui/ml/heads.py" />
            <source>learning from what was heard</source>
            <translation>正在学习听到的内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/curves.py" />
            <source>learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <source>left behind</source>
            <translation>已舍弃</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>line {line:d} ends before it starts, from {start} to {end}, so that its second column may hold no ends</source>
            <translation>第 {line:d} 行的终点在起点之前（{start} 至 {end}），因此第二列可能不是终点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>line {line:d} skipped: {reason}</source>
            <translation>已跳过第 {line:d} 行：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>lines {line:d} and {other:d} of {table} contradict each other about {file}: “{first}” and “{second}” in column “{column}”; it is taken without either</source>
            <translation>{table} 的第 {line:d} 行和第 {other:d} 行对 {file} 的记录矛盾：列“{column}”中为“{first}”和“{second}”；两者均不采用</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>listener_mel = {text} describes no spectrogram ({problem})</source>
            <translation>listener_mel = {text} 描述的不是声谱图（{problem}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>little is left of the high frequencies: a telephone line, or another microphone?</source>
            <translation>高频所剩无几：电话线路，还是另一个麦克风？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>log loss</source>
            <translation>对数损失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/curves.py" />
            <source>loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>louder by {by_db:.0f} dB (gain, or nearer?)</source>
            <translation>响 {by_db:.0f} dB（增益，还是距离更近？）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>macro F1</source>
            <translation>宏平均 F1</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>measured on {n} clip</source>
            <extracomment>English plural: measured on {n} clips</extracomment>
            <translation>
                <numerusform>在 {n} 个片段上评估</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>measured on {n} labelled clip</source>
            <extracomment>English plural: measured on {n} labelled clips</extracomment>
            <translation>
                <numerusform>在 {n} 个已标注片段上评估</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>mel_hop_s = {hop_s} would leave gaps between columns of {window_s} s</source>
            <translation>mel_hop_s = {hop_s} 会在时长为 {window_s} s 的各列之间留下空隙</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>merge labels</source>
            <translation>合并标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>merge {name} into {other}</source>
            <translation>将“{name}”合并到“{other}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>merge {n} label</source>
            <extracomment>English plural: merge {n} labels</extracomment>
            <translation>
                <numerusform>合并 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>microseconds</source>
            <translation>微秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>milliseconds</source>
            <translation>毫秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>models do not learn from its tracks {left}, since other labels lie there: that is a guess</source>
            <translation>模型不从其轨道 {left} 学习，因为相应位置已有其他标签：此为推测</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>move class</source>
            <translation>移动类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>move edges</source>
            <translation>移动边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>move label</source>
            <translation>移动标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>move to another track</source>
            <translation>移到其他轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>move track</source>
            <translation>移动轨道</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>move {n} label</source>
            <extracomment>English plural: move {n} labels</extracomment>
            <translation>
                <numerusform>移动 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>name label</source>
            <translation>命名标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>name the numbers</source>
            <translation>命名数值</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>name {n} class</source>
            <extracomment>English plural: name {n} classes</extracomment>
            <translation>
                <numerusform>命名 {n} 个类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>name {n} label</source>
            <extracomment>English plural: name {n} labels</extracomment>
            <translation>
                <numerusform>命名 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/audiomoth.py" />
            <source>names tell when recordings began, and each night from noon to noon is a group: {nights}</source>
            <translation>文件名说明录音开始的时间，每晚（正午到正午）为一组：{nights}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>neither it nor what it refers to has times</source>
            <translation>它本身及其所指之处都没有时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>never</source>
            <translation>从不</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>no class is named</source>
            <translation>未指定类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>no clip fits {what}</source>
            <translation>找不到对应的片段：{what}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>no clip fits {what}: {clip} has that name, but lies elsewhere than in “{folder}”</source>
            <translation>找不到对应的片段：{what}；{clip} 同名，但不在“{folder}”中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>no clip fits {what}: {path} is not in the project</source>
            <translation>找不到对应的片段：{what}；{path} 不在项目中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>no clip fits {what}: {path} was put aside: {reason}</source>
            <translation>找不到对应的片段：{what}；{path} 未能导入：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>no clip fits {what}: {path} was taken out of the project</source>
            <translation>找不到对应的片段：{what}；{path} 已从项目中移除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>no clip fits {what}; the nearest with that name is {clip}</source>
            <translation>找不到对应的片段：{what}；最接近的同名片段是 {clip}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/clips.py" />
            <source>no clip fits {where}</source>
            <translation>没有符合 {where} 的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>no clip has a number that could have a name</source>
            <translation>没有片段带有可命名的数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>no clip has a number to learn yet</source>
            <translation>还没有片段带有可学习的数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>no clip is labelled yet</source>
            <translation>还没有已标注的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>no clip is silent</source>
            <translation>没有静音片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/chosen_columns.py" />
            <source>no column of labels can say “{field}”</source>
            <translation>标签表没有表示“{field}”的列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>no column of {table} is surely that of the classes: choose one</source>
            <translation>无法确定 {table} 的哪一列是类别：请选择一列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>no folder of recordings for the background is named</source>
            <translation>没有指定背景录音的文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>no label begins before its clip</source>
            <translation>标签不能早于片段开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>no label is there to be split</source>
            <translation>此处没有可拆分的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>no layout was recognised, so nothing says what the classes are</source>
            <translation>未识别出数据集的结构，因此无从得知类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>no limit</source>
            <translation>无限制</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <location filename="../../audioclf_gui/core/store/opening.py" />
            <source>no project can be made in {folder}: {reason}</source>
            <translation>无法在 {folder} 中创建项目：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>no run of this project has a model yet</source>
            <translation>该项目还没有任何带模型的训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/label_doubts.py" />
            <source>no run of this project has judged labels yet</source>
            <translation>此项目还没有评判过标签的训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/window_scores.py" />
            <source>no signal</source>
            <translation>无信号</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>no sound is in two classes</source>
            <translation>没有声音同时属于两个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/measured_line.py" />
            <source>no sound to measure</source>
            <translation>没有可测量的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>no sound was found in it</source>
            <translation>其中未找到声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>no such network: {error}</source>
            <translation>没有这样的网络：{error}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/search.py" />
            <source>no trial was carried out to its end</source>
            <translation>没有试验完成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>no two frequencies follow the backslash</source>
            <translation>反斜杠后没有两个频率值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>none of its labels lies where it lay before: they were moved</source>
            <translation>没有一个标签在原来的位置：它们被移动过</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/decisions.py" />
            <source>none of the classes</source>
            <translation>不属于任何类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/entries.py" />
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>not every system can have a file of that name</source>
            <translation>并非每个系统都能有此名称的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>not measured</source>
            <translation>未评估</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_remarks.py" />
            <source>not said</source>
            <translation>未说明</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>not stated in the file</source>
            <translation>文件中未说明</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_merge.py" />
            <source>note: {note}</source>
            <translation>备注：{note}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>nothing can be decided like this: {reason}</source>
            <translation>这样无法判定：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>nothing can be kept</source>
            <translation>没有可保留的结果</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>nothing in {folder} says what the classes of its recordings are</source>
            <translation>{folder} 中没有说明其录音属于哪些类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>nothing is labelled yet</source>
            <translation>还没有任何标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/name_template.py" />
            <source>nothing stands between two of its parts</source>
            <translation>其两部分之间没有分隔</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>nothing tells who uploaded the clips, so they have no groups</source>
            <translation>没有说明片段的上传者，因此没有录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>nothing was chosen on the clips measured: this kind of model learns in one go</source>
            <translation>未在评估片段上作任何选择：这类模型一次学完</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <location filename="../../audioclf_gui/gui/live/time_axis.py" />
            <source>now</source>
            <translation>现在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/quantity.py" />
            <source>numbers without a name</source>
            <translation>未命名的数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>of 1</source>
            <translation>比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>of its tracks, models learn from {learnt} and not from {left}: that is a guess</source>
            <translation>在其轨道中，模型从 {learnt} 学习，不从 {left} 学习：此为推测</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>of the bands</source>
            <translation>占频带比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>of the window</source>
            <translation>占时间窗比例</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>on: sound outside the labels of partly labelled recordings is learnt as none of the classes.</source>
            <translation>on：在部分标注的录音中，标签之外的声音作为不属于任何类别来学习。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/textgrid.py" />
            <source>once its labels are changed it is written in the long form, which Praat reads alike</source>
            <translation>标签更改后将以长格式写入，Praat 同样可以读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>once its labels are changed its tiers are written anew, without types, vocabularies and comments</source>
            <translation>其标签一旦更改，各层会重新写入，不含类型、词表和注释</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>one label alone cannot be merged</source>
            <translation>单个标签不能合并</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>only networks that learn step by step have: {names}</source>
            <translation>只有逐步学习的网络才有这些参数：{names}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/decisions.py" />
            <source>only the end of a sound</source>
            <translation>只是声音的结尾</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/references.py" />
            <source>only the loudest answer of all segments counts, and the learning rate never falls; its authors also left clips over that filled no batch unmeasured, which is not repeated</source>
            <translation>只取所有分段中最强的输出，且学习率从不下降；其作者还没有评估不足一个批次的剩余片段，这一点未重现</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>outside the clips that judge there is nothing to learn from</source>
            <translation>除评估片段外，没有可供学习的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>outside the clips that judge there is only {name!r} to learn</source>
            <translation>除评估片段外，只有 {name!r} 可供学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>parts of it are labelled, so the whole does not become “{other}”</source>
            <translation>其中的区段已有标签，因此不会将整个片段标注为“{other}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>paste {n} label</source>
            <extracomment>English plural: paste {n} labels</extracomment>
            <translation>
                <numerusform>粘贴 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>pitch kept</source>
            <translation>保持音高</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/thresholds.py" />
            <source>precision</source>
            <translation>精确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>precision of guessing</source>
            <translation>猜测的平均精度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>quantise labels</source>
            <translation>量化标签</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>quantise {n} label</source>
            <extracomment>English plural: quantise {n} labels</extracomment>
            <translation>
                <numerusform>量化 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>quieter by {by_db:.0f} dB (gain, or farther away?)</source>
            <translation>轻 {by_db:.0f} dB（增益，还是距离更远？）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>random</source>
            <translation>随机</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_tables.py" />
            <source>read: says what is in the recordings</source>
            <translation>已读取：说明录音中的内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>reading clips, {done} of {total}</source>
            <translation>正在读取片段，{done} / {total}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/thresholds.py" />
            <source>recall</source>
            <translation>召回率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>reject suggestion</source>
            <translation>拒绝建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>reject {name}</source>
            <translation>拒绝“{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>reject {n} suggestion</source>
            <extracomment>English plural: reject {n} suggestions</extracomment>
            <translation>
                <numerusform>拒绝 {n} 条建议</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>rejected classes</source>
            <translation>已拒绝的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>relabelled</source>
            <translation>已改标</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>remove {n} clip</source>
            <extracomment>English plural: remove {n} clips</extracomment>
            <translation>
                <numerusform>移除 {n} 个片段</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>rename class</source>
            <translation>重命名类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>rename track</source>
            <translation>重命名轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>repeating it</source>
            <translation>重复</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/shown_curves.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_facts.py" />
            <source>run {id:d}</source>
            <translation>第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/resume.py" />
            <source>run {id:d} cannot be gone on with</source>
            <translation>无法继续第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>run {id:d} is being trained</source>
            <translation>第 {id:d} 次训练正在进行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/opening.py" />
            <source>run {number:d} has no model</source>
            <translation>第 {number:d} 次训练没有模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>run {number:d} knows no class called {name}</source>
            <translation>第 {number:d} 次训练中没有名为“{name}”的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>running</source>
            <translation>训练中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/reliability.py" />
            <source>score</source>
            <translation>分数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>set group</source>
            <translation>设置录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/reliability.py" />
            <source>share that is right</source>
            <translation>正确的比例</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>shift {n} label</source>
            <extracomment>English plural: shift {n} labels</extracomment>
            <translation>
                <numerusform>移动 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>short sounds at {rate_hz} Hz are mostly words, which {name} knows</source>
            <translation>{rate_hz} Hz 的短声音大多是词语，而 {name} 认识词语</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>silence</source>
            <translation>静音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/window_scores.py" />
            <source>silent input</source>
            <translation>输入静音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>slaney: all bands have equal area; empty: equal height.</source>
            <translation>slaney：各频带面积相等；空：高度相等。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>snap labels</source>
            <translation>吸附标签</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>snap {n} label</source>
            <extracomment>English plural: snap {n} labels</extracomment>
            <translation>
                <numerusform>吸附 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>so do lines about {n} more file</source>
            <extracomment>English plural: so do lines about {n} more files</extracomment>
            <translation>
                <numerusform>另有 {n} 个文件的记录也相互矛盾</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>so far a label would lie beyond the clip as a whole</source>
            <translation>移动这么多，标签会完全超出片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>so far labels would lie beyond the clip</source>
            <translation>移动这么多，标签会超出片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>sort classes</source>
            <translation>类别排序</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/segment.py" />
            <source>sounds cannot be found like this: {reason}</source>
            <translation>无法这样查找声音：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>split label</source>
            <translation>拆分标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/layer_columns.py" />
            <source>start, end, low frequency, high frequency, label</source>
            <translation>起点、终点、低频、高频、标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>start_s or end_s is no number of seconds</source>
            <translation>start_s 或 end_s 不是秒数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>starts</source>
            <translation>起点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>stopped; no model was kept</source>
            <translation>已停止；没有保留模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>stopped; the best epoch was kept</source>
            <translation>已停止；保留了最佳的一轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>stopped; the model that was measured was kept</source>
            <translation>已停止；保留了评估过的模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>suggestions</source>
            <translation>建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_remarks.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>sure</source>
            <translation>确定</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/edits.py" />
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>take {name} away</source>
            <translation>移除“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>taken for {name}, too</source>
            <translation>误判为“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out.py" />
            <source>test = {value!r} does not say which groups are the test set</source>
            <translation>test = {value!r} 没有说明哪些录音组为测试集</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>tested on {n} clip</source>
            <extracomment>English plural: tested on {n} clips</extracomment>
            <translation>
                <numerusform>用 {n} 个片段测试</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>tested on {n} label</source>
            <extracomment>English plural: tested on {n} labels</extracomment>
            <translation>
                <numerusform>用 {n} 个标签测试</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/own_model.py" />
            <source>that of the sounds it was trained on</source>
            <translation>与训练所用声音的许可证相同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the best epoch on the clips measured, since training ended early</source>
            <translation>训练提前结束，因此取评估片段上最佳的一轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the calibration temperature is out of range</source>
            <translation>校准温度超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/voxceleb.py" />
            <source>the class is the gender of the speaker; choose folders to tell the speakers apart</source>
            <translation>类别为说话人的性别；要区分说话人请选择文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/commonvoice.py" />
            <source>the class is what readers tell in the column “{column}”; for {others} choose {table} with chosen columns</source>
            <translation>类别取自朗读者在“{column}”列中的说明；若要 {others}，请选择 {table} 并指定列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/naming_columns.py" />
            <source>the column “{column}” is taken for the names of the recordings</source>
            <translation>列“{column}”视为录音的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>the column “{name}” of {file} holds no numbers</source>
            <translation>{file} 的列“{name}”中没有数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>the connection to {address} broke off after {done_mb:.1f} MB</source>
            <translation>与 {address} 的连接在 {done_mb:.1f} MB 后中断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>the connection to {address} broke off after {done_mb:.1f} of the {total_mb:.1f} MB promised</source>
            <translation>与 {address} 的连接在 {done_mb:.1f} MB 后中断，应有 {total_mb:.1f} MB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>the embedding</source>
            <translation>嵌入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the epoch with the best validation accuracy</source>
            <translation>验证准确率最高的一轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the epoch with the lowest validation loss</source>
            <translation>验证损失最低的一轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/front_end.py" />
            <source>the features of a window are absurdly large</source>
            <translation>一个时间窗的特征过大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>the file at {address} is empty</source>
            <translation>{address} 处的文件是空的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>the file cannot be opened</source>
            <translation>无法打开文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>the file is missing</source>
            <translation>文件丢失</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_model.py" />
            <source>the file would not answer as the model does (scores differ by {difference:.2g}), so none was written</source>
            <translation>文件的输出会与模型不一致（得分相差 {difference:.2g}），因此没有写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>the first line of {file} tells of a recording, so its columns are called by their numbers</source>
            <translation>{file} 的首行已是录音数据，因此各列以编号为名</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>the first {n} is shown</source>
            <extracomment>English plural: the first {n} are shown</extracomment>
            <translation>
                <numerusform>仅显示前 {n} 个</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>the fold of a clip is the one in which it is tested: {folds}</source>
            <translation>片段的折为其被测试的折：{folds}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>the folders of the recordings are taken from the column “{column}” of {file}</source>
            <translation>录音所在的文件夹取自 {file} 的列“{column}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>the folders of the recordings say nothing then; choose folders if they are the classes</source>
            <translation>此时录音的文件夹不起作用；如果文件夹就是类别，请选择文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>the format of {name} is not recognised</source>
            <translation>无法识别 {name} 的格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/unrecognised.py" />
            <source>the format of {name} is not recognised: {reason}</source>
            <translation>无法识别 {name} 的格式：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/front_end.py" />
            <source>the front end has no parameters</source>
            <translation>前端没有参数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>the front end's parameters are not those of MFCC statistics</source>
            <translation>前端的参数与 MFCC 统计量不符</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/front_end.py" />
            <source>the front end's window is not a number</source>
            <translation>前端的时间窗不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/journal.py" />
            <source>the history is damaged at “{what}”</source>
            <translation>历史记录在“{what}”处已损坏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>the identifier of the place or recording (column “{column}”) is the group</source>
            <translation>地点或录音的标识（“{column}”列）为录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/packages.py" />
            <source>the installed version of {package} has no {file}</source>
            <translation>已安装的 {package} 版本中没有 {file}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/birdnet.py" />
            <source>the installed version of {package} holds another model</source>
            <translation>已安装的 {package} 版本中是另一个模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/clip_finder.py" />
            <source>the label file {name}</source>
            <translation>标签文件 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <source>the label lies after its end</source>
            <translation>标签位于文件结尾之后</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>the label would end before it begins</source>
            <translation>标签的结束会早于开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>the labelled clips have no fold called {name!r}</source>
            <translation>已标注的片段中没有名为 {name!r} 的折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>the labelled clips have no group called {name!r}</source>
            <translation>已标注的片段中没有名为 {name!r} 的录音组</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>the labelled sounds are of {n} group: too few to tell how much groups differ</source>
            <extracomment>English plural: the labelled sounds are of {n} groups: too few to tell how much groups differ</extracomment>
            <translation>
                <numerusform>已标注的声音只有 {n} 个组：太少，无法说明组间差异</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>the labels are taken from the column “{column}”</source>
            <translation>标签取自列“{column}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>the labels are taken from the column “{column}”; {others} may hold them, too</source>
            <translation>标签取自列“{column}”；{others} 也可能含有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_edits.py" />
            <source>the labels do not fit into the clip from there on</source>
            <translation>从该处起片段容不下这些标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/checkpoint.py" />
            <source>the labels or recordings have changed since training was interrupted</source>
            <translation>训练中断后，标签或录音已更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the last epoch, since training ended early</source>
            <translation>训练提前结束，因此取最后一轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>the listener {name} is not installed ({command})</source>
            <translation>未安装听音模型 {name}（{command}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/brought.py" />
            <source>the listener {name} that it needs is not there</source>
            <translation>缺少它所需的听音模型 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>the lower frequency would not be below the upper one</source>
            <translation>下限频率不会低于上限频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>the main track cannot be renamed or deleted: it holds every label without another track</source>
            <translation>主轨道不能重命名或删除：不属于其他轨道的标签都在其中</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/log_mel.py" />
            <source>the mel filters are absurdly large</source>
            <translation>梅尔滤波器过大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>the memory does not even suffice for two clips at a time</source>
            <translation>内存连同时处理两个片段都不够</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>the mixture of level and bands is unlike any of yours</source>
            <translation>电平与频带的组合与您的录音都不相像</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>the mixtures need about {size_mb:.0f} MB, and there are {free_mb:.0f} MB free</source>
            <translation>混合约需 {size_mb:.0f} MB，剩余空间为 {free_mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/of_classes.py" />
            <source>the model estimates a number ({quantity}) and names no class</source>
            <translation>该模型估计数值（{quantity}），不给出类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>the model file {name} in {folder} cannot be used: {reason}</source>
            <translation>无法使用 {folder} 中的模型文件 {name}：{reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the model has learnt from the {n} labelled clip that it could be measured on, which cannot tell how good it is</source>
            <extracomment>English plural: the model has learnt from all {n} labelled clips that it could be measured on, so they cannot tell how good it is</extracomment>
            <translation>
                <numerusform>可用于评估的 {n} 个已标注片段都被模型训练时用过，无法说明其性能</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/own_model.py" />
            <source>the model in {folder} has no layer before its answers</source>
            <translation>{folder} 中的模型在输出之前没有其他层</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/start.py" />
            <source>the model in {folder} is of the kind {found} on {front_end}</source>
            <translation>{folder} 中的模型是基于 {front_end} 的 {found} 类模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/far_estimates.py" />
            <source>the model names classes and estimates no number</source>
            <translation>该模型给出类别，不估计数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/start.py" />
            <source>the model {name!r} does not learn from a start</source>
            <translation>模型 {name!r} 不能从已有权重开始学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>the model's answers are not numbers</source>
            <translation>模型的输出不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>the model's {name} are not what they were (off by {error:.2g})</source>
            <translation>模型的 {name} 与原来不符（相差 {error:.2g}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>the names of the folders are not taken for classes, since a table counts more</source>
            <translation>文件夹名称不视为类别，因为以表格为准</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>the network {name!r} does not hear what the front end makes</source>
            <translation>网络 {name!r} 不能处理该前端的输出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>the network {name!r} does not start from a file of weights</source>
            <translation>网络 {name!r} 不使用权重文件作为起点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>the network {name!r} has no option {option!r}</source>
            <translation>网络 {name!r} 没有选项 {option!r}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>the network {name!r} starts from weights that were learnt elsewhere, and none are given</source>
            <translation>网络 {name!r} 以在别处训练的权重为起点，但没有提供权重</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the network's options are out of range</source>
            <translation>网络的选项超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the normalisation is not for {bands} bands</source>
            <translation>归一化与 {bands} 个频带不符</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the normalisation's mean is not a number</source>
            <translation>归一化的均值不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>the numbers need a name</source>
            <translation>数值需要一个名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>the other one cannot be used ({reason})</source>
            <translation>另一个模型不能使用（{reason}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>the other one cannot be written ({reason})</source>
            <translation>另一个模型无法写入（{reason}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/packages.py" />
            <source>the package {package} is not installed</source>
            <translation>未安装软件包 {package}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/flac.py" />
            <source>the padding</source>
            <translation>填充</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>the parts of a split that folders are called after are the folds: {names}</source>
            <translation>文件夹名称所示的数据划分部分即为折：{names}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out_answers.py" />
            <source>the preset {name}</source>
            <translation>预设 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/workers.py" />
            <source>the process that carried trial {number:d} out ended by itself</source>
            <translation>执行第 {number:d} 个试验的进程自行结束了</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/snapshots.py" />
            <source>the project could not be copied: {folder} is not a folder</source>
            <translation>无法复制项目：{folder} 不是文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/snapshots.py" />
            <source>the project could not be copied: {reason}</source>
            <translation>无法复制项目：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <source>the project could not be saved: {reason}</source>
            <translation>无法保存项目：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>the project file of {name} is gone, but there are snapshots of it</source>
            <translation>{name} 的项目文件已丢失，但有其快照</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the project has no readable clip with a number</source>
            <translation>项目中没有带数值的可读取片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the project has no readable clip with a number in fold {fold}</source>
            <translation>项目的折 {fold} 中没有带数值的可读取片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the project has no readable labelled clip</source>
            <translation>项目中没有可读取的已标注片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the project has no readable labelled clip in fold {fold}</source>
            <translation>项目的折 {fold} 中没有可读取的已标注片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>the project has none of the model's classes ({classes})</source>
            <translation>项目中没有该模型的任何类别（{classes}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>the recordist is the group, where one is told; else it is the recording</source>
            <translation>有录制者时以其为录音组，否则以录音为组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <source>the sample project cannot be written to {folder}: {problem}</source>
            <translation>无法将演示项目写入 {folder}：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objectives/regression.py" />
            <source>the scale of the quantity is not a number</source>
            <translation>量的尺度不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/objectives/regression.py" />
            <source>the scale of the quantity is not above 0</source>
            <translation>量的尺度不大于 0</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>the scientific name of the species is the class</source>
            <translation>物种的学名为类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/flac.py" />
            <source>the seek table</source>
            <translation>定位表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>the server did not tell how long {name} is, so nothing shows if it was cut</source>
            <translation>服务器没有说明 {name} 有多长，因此无法看出它是否被截断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>the server does not tell whether it is still the same file</source>
            <translation>服务器没有说明它是否仍是同一文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>the server of {address} answers with an error (status {status})</source>
            <translation>{address} 的服务器返回错误（状态 {status}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>the server of {address} is too busy (status {status})</source>
            <translation>{address} 的服务器太忙（状态 {status}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>the server sends no parts of it</source>
            <translation>服务器不发送其中的部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>the setting statistics names none</source>
            <translation>设置 statistics 中没有任何统计量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/flac.py" />
            <source>the sizes of the frames</source>
            <translation>帧的大小</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>the snapshot {name} of {moment}</source>
            <translation>{moment} 的快照 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/whombat_annotations.py" />
            <source>the sound event that it names is missing</source>
            <translation>它所指的声音事件不存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/log_mel.py" />
            <source>the spectrogram of a window is absurdly large</source>
            <translation>一个时间窗的声谱图过大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/checkpoint.py" />
            <source>the state of training in {file} cannot be gone on with: {error}</source>
            <translation>无法从 {file} 中的训练状态继续：{error}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/refit.py" />
            <source>the time did not suffice for training on all clips</source>
            <translation>时间不够用所有片段训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/flac.py" />
            <source>the titles and comments</source>
            <translation>标题和注释</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_rules.py" />
            <source>the track {name} is for moments, and this has a length</source>
            <translation>轨道 {name} 用于时刻点，而此标签有长度</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_rules.py" />
            <source>the track {name} is locked</source>
            <translation>轨道 {name} 已锁定</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>the values of {quantity} differ too little for their size</source>
            <translation>{quantity} 的值相对其大小差别太小</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the weights at the end of the schedule; nothing was chosen on the clips measured</source>
            <translation>调度结束时的权重；未在评估片段上作任何选择</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the weights at the end of the schedule; validation only said when to end it</source>
            <translation>调度结束时的权重；验证只决定何时结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/backbone_file.py" />
            <source>the weights in {file} cannot be used: {reason}</source>
            <translation>无法使用 {file} 中的权重：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the window is shorter than a sample</source>
            <translation>时间窗短于一个采样点</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>the {n} chosen label</source>
            <extracomment>English plural: the {n} chosen labels</extracomment>
            <translation>
                <numerusform>所选的 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>there are no labelled sounds to mix</source>
            <translation>没有可混合的已标注声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/commonvoice.py" />
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>there are no lists of files for training and testing, so no clip has a fold</source>
            <translation>没有训练和测试的文件列表，因此片段没有折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/speechcommands.py" />
            <source>there are no lists of files for validation and testing, so no clip has a fold</source>
            <translation>没有验证和测试的文件列表，因此片段都没有折</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/naming.py" />
            <source>there cannot be {n} class called “{name}”</source>
            <extracomment>English plural: there cannot be {n} classes called “{name}”</extracomment>
            <translation>
                <numerusform>不能有 {n} 个名为“{name}”的类别</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>there is a class called {name} already</source>
            <translation>已有名为“{name}”的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>there is a run {id:d} already: {place}</source>
            <translation>已有第 {id:d} 次训练：{place}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>there is a track called {name} already</source>
            <translation>已有名为“{name}”的轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_choice.py" />
            <source>there is no class called {names}</source>
            <translation>没有名为 {names} 的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>there is no class called {name}</source>
            <translation>没有名为“{name}”的类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/opening.py" />
            <source>there is no clip {name}</source>
            <translation>没有片段 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/tabulate_labels.py" />
            <source>there is no column {name}</source>
            <translation>没有列 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>there is no connection to {host}: its name is not found</source>
            <translation>无法连接 {host}：找不到其名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>there is no connection to {host}: {problem}</source>
            <translation>无法连接 {host}：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>there is no deleted run {id:d}</source>
            <translation>没有已删除的第 {id:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/watching.py" />
            <source>there is no folder to watch</source>
            <translation>没有要监视的文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>there is no input called {name}</source>
            <translation>没有名为“{name}”的输入设备</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>there is no label format called {name}</source>
            <translation>没有名为“{name}”的标签格式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/listener.py" />
            <location filename="../../audioclf_gui/ml/listeners/registry.py" />
            <source>there is no listener called {name!r}</source>
            <translation>没有名为 {name!r} 的听音模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>there is no network called {name!r}</source>
            <translation>没有名为 {name!r} 的网络</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/name_template.py" />
            <source>there is no part {{{name}}}</source>
            <translation>没有部分 {{{name}}}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>there is no preset called {name!r}</source>
            <translation>没有名为 {name!r} 的预设</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>there is no project to import this into</source>
            <translation>没有可导入的项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>there is no recording for the background in {folder}</source>
            <translation>{folder} 中没有可作背景的录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/opening.py" />
            <source>there is no run {number:d}</source>
            <translation>没有第 {number:d} 次训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>there is no search over {text!r}</source>
            <translation>没有对 {text!r} 的搜索</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/predict.py" />
            <source>there is no sound file in {paths}</source>
            <translation>{paths} 中没有声音文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/streams.py" />
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>there is no sound in it</source>
            <translation>其中没有声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>there is no statistic called {name!r}</source>
            <translation>没有名为 {name!r} 的统计量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>there is no statistic called {name}</source>
            <translation>没有名为 {name} 的统计量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/label_choice.py" />
            <source>there is no track called {names}</source>
            <translation>没有名为 {names} 的轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_tracks.py" />
            <source>there is no track called {name}</source>
            <translation>没有名为“{name}”的轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>there is no track {name}</source>
            <translation>没有轨道 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>there is no training parameter called {name!r}</source>
            <translation>没有名为 {name!r} 的训练参数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>there is not one id for each of {classes} classes</source>
            <translation>{classes} 个类别没有各自对应的编号</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>there is not one threshold for each of {classes} classes</source>
            <translation>{classes} 个类别没有各自对应的阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>there is nothing at {address} (status {status})</source>
            <translation>{address} 处什么都没有（状态 {status}）</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>there is {n} stretch of sound in the recordings: too few to compare</source>
            <extracomment>English plural: there are {n} stretches of sound in the recordings: too few to compare</extracomment>
            <translation>
                <numerusform>录音中只有 {n} 段声音：太少，无法比较</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/devices.py" />
            <source>this computer has no GPU that can be used (CUDA)</source>
            <translation>这台计算机没有可用的 GPU (CUDA)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>this kind of model has no layers that eight bits make smaller</source>
            <translation>这类模型没有可用 8 位缩小的层</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/layer_columns.py" />
            <source>time, label</source>
            <translation>时间、标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/layer_columns.py" />
            <source>time, value, duration, label</source>
            <translation>时间、值、时长、标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/layer_columns.py" />
            <source>time, value, duration, level, label</source>
            <translation>时间、值、时长、电平、标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/layer_columns.py" />
            <source>time, value, label</source>
            <translation>时间、值、标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>to take classes, groups and folds from there, import again with {how}</source>
            <translation>要从中读取类别、录音组和折，请用 {how} 重新导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/decisions.py" />
            <source>too short</source>
            <translation>太短</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>trained on {n} clip</source>
            <extracomment>English plural: trained on {n} clips</extracomment>
            <translation>
                <numerusform>用 {n} 个片段训练</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>trained on {n} label</source>
            <extracomment>English plural: trained on {n} labels</extracomment>
            <translation>
                <numerusform>用 {n} 个标签训练</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/curves.py" />
            <source>training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>training diverged at once: the loss is no number</source>
            <translation>训练一开始就发散：损失不是有效数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/train.py" />
            <source>training ended before there was a model</source>
            <translation>训练在得到模型之前就结束了</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/refit.py" />
            <source>training on all clips came to no numbers</source>
            <translation>用所有片段训练时出现无效数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/refit.py" />
            <source>training on all clips failed ({reason})</source>
            <translation>用所有片段训练失败（{reason}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/refit.py" />
            <source>training on all clips was stopped</source>
            <translation>用所有片段训练已停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>training runs</source>
            <translation>训练记录</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/refit.py" />
            <source>training was stopped</source>
            <translation>训练已停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/confusion.py" />
            <source>true class</source>
            <translation>真实类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/estimates_plot.py" />
            <location filename="../../audioclf_gui/jobs/figures/estimates.py" />
            <source>true {quantity}</source>
            <translation>{quantity}真实值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/forest_search.py" />
            <source>trying sizes of trees</source>
            <translation>正在尝试树的大小</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>two classes have the same name</source>
            <translation>有两个类别同名</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_remarks.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_remarks.py" />
            <location filename="../../audioclf_gui/gui/label/label_table_model.py" />
            <source>unsure</source>
            <translation>不确定</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out.py" />
            <source>validate = {validate} and test = {test} both name the test set</source>
            <translation>validate = {validate} 和 test = {test} 都指定了测试集</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/held_out.py" />
            <source>validate = {value!r} is not a way to choose the clips for validation</source>
            <translation>validate = {value!r} 不是选择验证片段的方式</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>validated on {n} clip</source>
            <extracomment>English plural: validated on {n} clips</extracomment>
            <translation>
                <numerusform>用 {n} 个片段验证</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>validated on {n} label</source>
            <extracomment>English plural: validated on {n} labels</extracomment>
            <translation>
                <numerusform>用 {n} 个标签验证</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/figures/curves.py" />
            <source>validation</source>
            <translation>验证</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>what is silence to it is out of range</source>
            <translation>其静音电平超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/listener.py" />
            <location filename="../../audioclf_gui/ml/front_ends/listener_and_log_mel.py" />
            <source>what it says about its listener is wrong</source>
            <translation>其关于听音模型的说明有误</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>what it says about its spectrogram is wrong: {why}</source>
            <translation>其关于声谱图的说明有误：{why}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>what stands behind its third column is kept in the file and not shown</source>
            <translation>第三列之后的内容保留在文件中，但不显示</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>who uploaded a clip is its group</source>
            <translation>片段的上传者为其录音组</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>windows</source>
            <translation>个时间窗</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>windows cannot follow each other every {hop_s} s</source>
            <translation>时间窗不能以 {hop_s} s 为步长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>xeno-canto</source>
            <translation>xeno-canto</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>you may not look into this folder</source>
            <translation>您没有查看此文件夹的权限</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>{address} is not for everybody to fetch (status {status})</source>
            <translation>{address} 并非任何人都能获取（状态 {status}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/kaggle.py" />
            <source>{address} is not the page of a data set of Kaggle</source>
            <translation>{address} 不是 Kaggle 数据集的页面</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>{address} sends on in a circle, or too often</source>
            <translation>{address} 循环转发，或转发太多次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/addresses.py" />
            <source>{address} sends on to {other}, which is not encrypted</source>
            <translation>{address} 转发到未加密的 {other}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>{architecture} on {front_end}, trained with audioclf-gui.</source>
            <translation>基于 {front_end} 的 {architecture}，用 audioclf-gui 训练。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/letting_out.py" />
            <source>{archive} holds {name} and {other}, which are one name on the disk of {folder}</source>
            <translation>{archive} 含有 {name} 和 {other}，它们在 {folder} 的磁盘上是同一个名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>{chosen:d} of {groups:d} groups, {share:.0f} % of what is labelled</source>
            <translation>{chosen:d} / {groups:d} 个录音组，占已标注的 {share:.0f}%</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>{classes} is not in {file} and is taken all the same</source>
            <extracomment>English plural: {classes} are not in {file} and are taken all the same</extracomment>
            <translation>
                <numerusform>{classes} 不在 {file} 中，仍然采用</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{clips} ({n} group)</source>
            <extracomment>English plural: {clips} ({n} groups)</extracomment>
            <translation>
                <numerusform>{clips}（{n} 个录音组）</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>{clips} come from one file, so none can be kept for validation</source>
            <translation>{clips}都来自同一个文件，因此无法留出验证数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>{clips} come from one group, {group!r}, so none can be kept for validation</source>
            <translation>{clips}都来自同一个录音组 {group!r}，因此无法留出验证数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/split_errors.py" />
            <source>{clips} hold the same few sounds, so none can be kept for validation</source>
            <translation>{clips}只含相同的几个声音，因此无法留出验证数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_merge.py" />
            <source>{clip}: {ours} here, {theirs} in the file</source>
            <translation>{clip}：此处为 {ours}，文件中为 {theirs}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>{codec} is not supported</source>
            <translation>不支持的格式：{codec}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>{codes} is no code of {file} and stays so</source>
            <extracomment>English plural: {codes} are no codes of {file} and stay so</extracomment>
            <translation>
                <numerusform>{codes} 不是 {file} 中的代码，保持不变</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/front_ends/mfcc.py" />
            <source>{coefficients} MFCC cannot be made of {mels} bands</source>
            <translation>{mels} 个频带得不出 {coefficients} 个 MFCC</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>{colour} is no colour</source>
            <translation>{colour} 不是颜色</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>{columns} of {file} holds marks only; if it is a class, choose a column for each class</source>
            <extracomment>English plural: {columns} of {file} hold marks only; if they are classes, choose one column for each class</extracomment>
            <translation>
                <numerusform>{file} 的 {columns} 中只有标记；如果是类别，请选择每个类别一列</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>{command}: {edit}</source>
            <translation>{command}：{edit}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{count} of {n} clip</source>
            <extracomment>English plural: {count} of {n} clips</extracomment>
            <translation>
                <numerusform>{n} 个片段中的 {count} 个</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>{doing}, {done} of {total}</source>
            <translation>{doing}，{done} / {total}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>{done_mb:.1f} MB</source>
            <translation>已有 {done_mb:.1f} MB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>{done_mb:.1f} of {total_mb:.1f} MB</source>
            <translation>{done_mb:.1f} MB，共 {total_mb:.1f} MB</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/answers.py" />
            <source>{doubted:d} of {n} judged label is taken for something else by a model that had not heard it: have a look, it may be right.</source>
            <extracomment>English plural: {doubted:d} of {n} judged labels are taken for something else by a model that had not heard them: have a look, it may be right.</extracomment>
            <translation>
                <numerusform>{n} 个已评判标注中有 {doubted:d} 个被没听过它们的模型认作别的：请看一看，也许模型是对的。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{figures}.</source>
            <translation>{figures}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>{figure} ({interval})</source>
            <translation>{figure}（{interval}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{figure} of each fold: {figures}.</source>
            <translation>各折的{figure}：{figures}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{figure} over all folds together, 95 % interval: {interval}, from {groups}.</source>
            <translation>所有折合并的 {figure}，95 % 区间：{interval}，来自 {groups}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>{figure} ± {sd:.3f}, mean and sd of the folds</source>
            <translation>{figure} ± {sd:.3f}，各折的平均值与标准差</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>{figure}, 95 % interval</source>
            <translation>{figure}及 95% 区间</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/figures_row.py" />
            <source>{figure}, {n} fold</source>
            <extracomment>English plural: {figure}, mean ± sd of {n} folds</extracomment>
            <translation>
                <numerusform>{figure}，{n} 折均值 ± 标准差</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/graph/networks.py" />
            <source>{file} cannot be made one with it: {reason}</source>
            <translation>无法将 {file} 与其合为一体：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{file} cannot listen at {rate_hz} Hz</source>
            <translation>{file} 不能以 {rate_hz} Hz 听取声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{file} does not say at which sampling rate it listens</source>
            <translation>{file} 没有说明所用的采样率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>{file} gives no code a name</source>
            <translation>{file} 没有为任何代码给出名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{file} has no column “{name}”</source>
            <translation>{file} 中没有列“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{file} has no column “{name}”: its first line tells of a recording already</source>
            <translation>{file} 中没有列“{name}”：其首行已是录音数据</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{file} has no output called {name!r}</source>
            <translation>{file} 没有名为 {name!r} 的输出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{file} has several outputs, and none is called embedding</source>
            <translation>{file} 有多个输出，且都不叫 embedding</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{file} has {n} column “{name}”</source>
            <extracomment>English plural: {file} has {n} columns “{name}”; the first of them is meant by it</extracomment>
            <translation>
                <numerusform>{file} 中有 {n} 列“{name}”；以第一列为准</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/kaggle.py" />
            <source>{file} holds no name and key</source>
            <translation>{file} 中没有名称和密钥</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>{file} holds the project with {n} recording, {size_mb:.1f} MB.</source>
            <extracomment>English plural: {file} holds the project with {n} recordings, {size_mb:.1f} MB.</extracomment>
            <translation>
                <numerusform>{file} 包含项目和 {n} 个录音，{size_mb:.1f} MB。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/audiomoth.py" />
            <source>{file} holds the settings of the recorder and is not read</source>
            <translation>{file} 含录音机的设置，不读取</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/brought.py" />
            <source>{file} is another file than the listener {name} that it needs</source>
            <translation>{file} 不是它所需的听音模型 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_runs.py" />
            <source>{file} is no record of a run: {problem}</source>
            <translation>{file} 不是训练记录：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <location filename="../../audioclf_gui/jobs/resume.py" />
            <source>{file} is not the settings file of a run: {problem}</source>
            <translation>{file} 不是一次训练的设置文件：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/class_lists.py" />
            <source>{file} lists no classes</source>
            <translation>{file} 没有列出类别</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>{file} seems to give {n} class its name ({code} is {name}): choose it for the codes, or by --class-names</source>
            <extracomment>English plural: {file} seems to give {n} classes their names ({code} is {name}): choose it for the codes, or by --class-names</extracomment>
            <translation>
                <numerusform>{file} 似乎为 {n} 个类别给出了名称（{code} 即 {name}）：请为代码选择它，或使用 --class-names</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{file} takes a spectrogram ({shape}) and does not say which</source>
            <translation>{file} 接受声谱图（{shape}），但没有说明是哪一种</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{file} takes sounds of any length and does not say which it likes</source>
            <translation>{file} 接受任意时长的声音，但没有说明适合的时长</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/exporters/onnx_model.py" />
            <source>{file} was not exported by this program, or was changed since</source>
            <translation>{file} 不是由本程序导出的，或导出后被更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>{file}, line {line:d}: “{cell}” in column “{column}” is no mark</source>
            <translation>{file}，第 {line:d} 行：列“{column}”中的“{cell}”不是标记</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>{file}, line {line:d}: “{code}” is called “{name}”, and “{other}” before</source>
            <translation>{file} 第 {line:d} 行：“{code}”称为“{name}”，之前称为“{other}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{file}: {note}</source>
            <translation>{file}：{note}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>{file}: “{name}” is the name of “{code}”, and a code of another name</source>
            <translation>{file}：“{name}”既是“{code}”的名称，又是另一名称的代码</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>{first}; {second}</source>
            <translation>{first}；{second}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/audiomoth.py" />
            <source>{folders} are taken for places; choose folders if they are the classes</source>
            <translation>{folders} 视为地点；如果它们是类别，请选择文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders} lie in several of the folders that are taken for classes; if they are the classes, take these from file names by the pattern {pattern}</source>
            <translation>{folders} 同时位于多个被视为类别的文件夹中；如果它们才是类别，请用模式 {pattern} 从文件名中提取类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders} lie in the folders that are taken for classes and say nothing more; if they are the classes, take these from file names by the pattern {pattern}</source>
            <translation>{folders} 位于被视为类别的文件夹中，未作其他用途；如果它们才是类别，请用模式 {pattern} 从文件名中提取类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders}: called like recorders, places, times, people or kinds of files, so the folders in them are taken for the classes</source>
            <translation>{folders}：名称像是录音设备、地点、时间、人或文件类型，因此将其中的文件夹视为类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders}: further parts within those of a split, which are not heeded, as a clip has one fold</source>
            <translation>{folders}：数据划分各部分之内的下级部分，因一个片段只有一个折而未采用</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders}: guessed to mean the fold {folds}</source>
            <extracomment>English plural: {folders}: guessed to mean the folds {folds}</extracomment>
            <translation>
                <numerusform>{folders}：推测为折 {folds}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders}: taken for a class, though called like a recorder, a place, a time, a person or a kind of file</source>
            <extracomment>English plural: {folders}: taken for classes, though called like recorders, places, times, people or kinds of files</extracomment>
            <translation>
                <numerusform>{folders}：虽然名称像是录音设备、地点、时间、人或文件类型，仍视为类别</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders}: taken for a folder around the others, so it is no class</source>
            <translation>{folders}：视为外层文件夹，因此不是类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/birdnet.py" />
            <source>{folders}: taken for sound of none of the classes, so the class is “{name}”</source>
            <translation>{folders}：视为不属于任何类别的声音，因此类别为“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folders}: taken for the parts of a split, so they are folds and not classes</source>
            <translation>{folders}：视为数据划分的各部分，因此是折而不是类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle_files.py" />
            <source>{folder} exists already and is not a model, so it is not replaced</source>
            <translation>{folder} 已存在且不是模型，因此不会替换</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{folder} holds mixtures that were made with other settings or sounds</source>
            <translation>{folder} 中的混合是用其他设置或声音生成的</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/folder_watcher.py" />
            <source>{folder} is not there any more; it is waited for</source>
            <translation>{folder} 已不存在；正在等待</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_project.py" />
            <source>{folder} is there already</source>
            <translation>{folder} 已存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/commonvoice.py" />
            <source>{folder} looks like Common Voice: it has a table with the same columns</source>
            <translation>{folder} 像是 Common Voice：其中有列相同的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>{folder} looks like DESED: it has tables with the same columns</source>
            <translation>{folder} 像是 DESED：其中有列相同的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>{folder} looks like ESC-50</source>
            <translation>{folder} 看起来像 ESC-50</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>{folder} looks like ESC-50: it has a table with the same columns</source>
            <translation>{folder} 看起来是 ESC-50：其中有列名相同的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>{folder} looks like FSD50K: it has a table with the same columns</source>
            <translation>{folder} 像是 FSD50K：其中有列相同的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>{folder} looks like LibriSpeech: it has the same table of speakers</source>
            <translation>{folder} 看起来是 LibriSpeech：其中有同样的说话人表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/speechcommands.py" />
            <source>{folder} looks like Speech Commands: it has the same lists of files, or folder of noise</source>
            <translation>{folder} 看起来是 Speech Commands：其中有同样的文件列表或噪声文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>{folder} looks like UrbanSound8K: it has a table with the same columns</source>
            <translation>{folder} 看起来是 UrbanSound8K：其中有列名相同的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/voxceleb.py" />
            <source>{folder} looks like VoxCeleb: it has a table of speakers with the same columns</source>
            <translation>{folder} 像是 VoxCeleb：其中有列相同的说话人表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>{folder} looks like a set of a DCASE challenge: it has a table with the same columns</source>
            <translation>{folder} 像是 DCASE 挑战赛的数据集：其中有列相同的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folder} looks like one folder for each class</source>
            <translation>{folder} 看起来是每个类别一个文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>{folder} looks like recordings of xeno-canto: they are called by its numbers</source>
            <translation>{folder} 像是 xeno-canto 的录音：以其编号命名</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/audiomoth.py" />
            <source>{folder} looks like the card of an AudioMoth: it holds the recorder's settings</source>
            <translation>{folder} 像是 AudioMoth 的存储卡：其中有录音机的设置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>{folder} looks like the parts of a split, without classes</source>
            <translation>{folder} 看起来是数据划分的各部分，没有类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/birdnet.py" />
            <source>{folder} looks like training folders of BirdNET: they are called as it wants them</source>
            <translation>{folder} 像是 BirdNET 的训练文件夹：按其要求命名</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{folder}: taken for a class, since no other part of a split lies beside it</source>
            <translation>{folder}：视为类别，因为旁边没有数据划分的其他部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>{format} has no columns with names</source>
            <translation>{format} 没有带名称的列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>{frames} samples ({ms} ms), a column every {hop} ms, a bin every {bin} Hz</source>
            <translation>{frames} 个采样点（{ms} ms），每 {hop} ms 一列，每 {bin} Hz 一个频点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/report.py" />
            <source>{groups}: too few to tell</source>
            <translation>{groups}：太少，无法判断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/compare_runs.py" />
            <source>{groups}: too few to tell the difference from luck.</source>
            <translation>{groups}：太少，无法将差异与运气区分。</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>{group} · {n} clip</source>
            <extracomment>English plural: {group} · {n} clips</extracomment>
            <translation>
                <numerusform>{group} · {n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/group_picker.py" />
            <source>{group} · {n} stretch</source>
            <extracomment>English plural: {group} · {n} stretches</extracomment>
            <translation>
                <numerusform>{group} · {n} 个区段</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>{host} cannot show that it is itself: {problem}</source>
            <translation>{host} 无法证明自己的身份：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>{host} does not answer as a web server does</source>
            <translation>{host} 的应答不像网络服务器</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/answers.py" />
            <source>{host} has not answered for {wait:.0f} s</source>
            <translation>{host} 已有 {wait:.0f} s 没有应答</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>{key} is the key of “{command}” already</source>
            <translation>{key} 已是“{command}”的按键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/query.py" />
            <source>{key}:{value} is not understood</source>
            <translation>无法理解 {key}:{value}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{left_out}: {clips}.</source>
            <translation>{left_out}：{clips}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>{lost_ms:.0f} ms of sound got lost: the computer is too busy, or the device skipped.</source>
            <translation>丢失了 {lost_ms:.0f} ms 声音：计算机太忙，或设备跳过了数据。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>{low:.2f} to {high:.2f}</source>
            <translation>{low:.2f} 至 {high:.2f}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>{low:g} to {high:g}</source>
            <translation>{low:g} 至 {high:g}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{low:g} to {high:g} s</source>
            <translation>{low:g} 至 {high:g} s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>{low:g} to {high:g} {unit}</source>
            <translation>{low:g} 至 {high:g}（{unit}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>{low} to {high}</source>
            <translation>{low} 至 {high}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>{meaning}. {where}</source>
            <translation>{meaning}。{where}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>{message}, with {n} labels</source>
            <translation>{message}，共 {n} 个标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>{message}.
{remedy}</source>
            <translation>{message}。
{remedy}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{message}. {remedy}</source>
            <translation>{message}。{remedy}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a list of numbers</source>
            <translation>{name!r} 不是数值列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <location filename="../../audioclf_gui/ml/objectives/objective.py" />
            <source>{name!r} is not a list of texts</source>
            <translation>{name!r} 不是文本列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a list of whole numbers</source>
            <translation>{name!r} 不是整数列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a number</source>
            <translation>{name!r} 不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a table of names and values</source>
            <translation>{name!r} 不是名称与值的对照表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a text</source>
            <translation>{name!r} 不是文本</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>{name!r} should be {wanted}, but is {found}</source>
            <translation>{name!r} 应为 {wanted}，实际为 {found}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>{names} and others</source>
            <translation>{names} 等</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/findings.py" />
            <source>{names} and {name}</source>
            <translation>{names}和{name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{names} and {n} more</source>
            <extracomment>English plural: {names} and {n} more</extracomment>
            <translation>
                <numerusform>{names} 及另外 {n} 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/mixture_subsets.py" />
            <source>{names} has too few groups to be in {subset}.</source>
            <extracomment>English plural: {names} have too few groups to be in {subset}.</extracomment>
            <translation>
                <numerusform>{names} 的组太少，不会出现在{subset}中。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>{names} in column “{column}” of {file} look alike and are kept apart</source>
            <translation>{file} 的列“{column}”中 {names} 很相似，仍分别保留</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>{names} in column “{column}” of {file} looks as if a spreadsheet program had changed it</source>
            <extracomment>English plural: {names} in column “{column}” of {file} look as if a spreadsheet program had changed them</extracomment>
            <translation>
                <numerusform>{file} 的列“{column}”中 {names} 似乎被电子表格程序改动过</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <location filename="../../audioclf_gui/formats/doubtful_names.py" />
            <source>{names} is taken for one class, for all its separators</source>
            <extracomment>English plural: {names} are taken for one class each, for all their separators</extracomment>
            <translation>
                <numerusform>{names} 虽含分隔符，仍各视为一个类别</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/naming.py" />
            <source>{names} look alike: are they one class?</source>
            <translation>{names} 很相似：是同一个类别吗？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/export_sounds.py" />
            <source>{names} would not be read so from the folders alone: import the sounds by the columns file and class of {table}.</source>
            <translation>仅凭文件夹无法这样读出 {names}：请按 {table} 的 file 和 class 列导入这些声音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/model_classes.py" />
            <source>{name} (not in the project)</source>
            <translation>{name}（不在项目中）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/model_classes.py" />
            <source>{name} (was {old})</source>
            <translation>{name}（原为 {old}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/learn_curve.py" />
            <source>{name} ({half:.2f} to {whole:.2f})</source>
            <translation>{name}（{half:.2f} 至 {whole:.2f}）</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>{name} ({n} clip, {score:.2f})</source>
            <extracomment>English plural: {name} ({n} clips, up to {score:.2f})</extracomment>
            <translation>
                <numerusform>{name}（{n} 个片段，最高 {score:.2f}）</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>{name} ({n})</source>
            <translation>{name}（{n} 个）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{name} ({reason})</source>
            <translation>{name}（{reason}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/parameter.py" />
            <source>{name} = {value} cannot be used</source>
            <translation>不能使用 {name} = {value}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <location filename="../../audioclf_gui/gui/train/estimates_plot.py" />
            <location filename="../../audioclf_gui/jobs/figures/estimates.py" />
            <source>{name} [{unit}]</source>
            <translation>{name}（{unit}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/listener.py" />
            <source>{name} answers a sound with values that are not numbers</source>
            <translation>{name} 对声音的输出不是数值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_giving.py" />
            <source>{name} at {time}</source>
            <translation>{name}，位于 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>{name} cannot be merged into itself</source>
            <translation>不能将“{name}”合并到其自身</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <source>{name} cannot be opened for reading: {reason}</source>
            <translation>无法打开 {name} 进行读取：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{name} cannot be opened: {reason}</source>
            <translation>无法打开 {name}：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} cannot be read as audio: {reason}</source>
            <translation>无法将 {name} 作为音频读取：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>{name} cannot be read as labels: line {line:d}: {reason}</source>
            <translation>无法将 {name} 作为标签读取：第 {line:d} 行：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>{name} cannot be read as labels: {reason}</source>
            <translation>无法将 {name} 作为标签读取：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{name} cannot be read: {problem}</source>
            <translation>无法读取 {name}：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <location filename="../../audioclf_gui/ml/listeners/tflite_file.py" />
            <source>{name} cannot be used as a listener: {reason}</source>
            <translation>{name} 不能用作听音模型：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_place.py" />
            <source>{name} cannot be written into the project, so the trained model is kept in {folder}</source>
            <translation>无法将 {name} 写入项目，因此训练好的模型保存在 {folder}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} cannot be written: {problem}</source>
            <translation>无法写入 {name}：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>{name} ends at {end_s:.6g} s</source>
            <translation>{name} 结束于 {end_s:.6g} s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/preview_mixture.py" />
            <source>{name} ends in neither .wav nor .flac</source>
            <translation>{name} 的扩展名既不是 .wav 也不是 .flac</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/snapshots.py" />
            <source>{name} has been damaged since it was opened: {reason}</source>
            <translation>{name} 在打开后已损坏：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/backbone_file.py" />
            <source>{name} has no bias</source>
            <translation>{name} 没有偏置</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/search/space.py" />
            <source>{name} has no range from {low} to {high}</source>
            <translation>{name} 没有从 {low} 到 {high} 的范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/copy_labels.py" />
            <source>{name} has no such labels</source>
            <translation>{name} 没有这样的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/__init__.py" />
            <source>{name} has variants: this is {preset}, which its authors told their figure of; the others are {others}.</source>
            <translation>{name} 有多个变体：当前为 {preset}，作者报告的指标即由此得出；其他变体为 {others}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <source>{name} has {size_mb:.1f} MB and would unfold to more than {unfolded_gb:.1f} GB, which no archive of sound does: more than {most} times as much is refused</source>
            <translation>{name} 有 {size_mb:.1f} MB，展开后会超过 {unfolded_gb:.1f} GB，声音的归档不会如此：超过 {most} 倍的会被拒绝</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/backbone_file.py" />
            <source>{name} hears {found} maps, not {wanted}</source>
            <translation>{name} 接受 {found} 个特征图，而不是 {wanted} 个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{name} holds a project already</source>
            <translation>{name} 中已有项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>{name} holds archives in archives in archives</source>
            <translation>{name} 是多层嵌套的归档</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_cells.py" />
            <source>{name} holds frequencies up to {hz:.6g} Hz</source>
            <translation>{name} 的频率最高为 {hz:.6g} Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <source>{name} holds more than {most} files</source>
            <translation>{name} 含有超过 {most} 个文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>{name} holds no SPEAKERS.TXT</source>
            <translation>{name} 中没有 SPEAKERS.TXT</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>{name} holds no table meta.csv or meta.txt of a DCASE set</source>
            <translation>{name} 中没有 DCASE 数据集的 meta.csv 或 meta.txt 表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/voxceleb.py" />
            <source>{name} holds no table of speakers as VoxCeleb has it</source>
            <translation>{name} 中没有 VoxCeleb 的说话人表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/commonvoice.py" />
            <source>{name} holds no table validated.tsv of Common Voice</source>
            <translation>{name} 中没有 Common Voice 的 validated.tsv 表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>{name} holds no table with the columns {columns}</source>
            <translation>{name} 中没有包含列 {columns} 的表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>{name} holds no tables of events in a folder metadata</source>
            <translation>{name} 的 metadata 文件夹中没有事件表格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_records.py" />
            <source>{name} holds other things already</source>
            <translation>{name} 中已有其他内容</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>{name} holds several projects</source>
            <translation>{name} 中有多个项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <source>{name} holds {entry} twice</source>
            <translation>{name} 中 {entry} 出现两次</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} is a folder and no file</source>
            <translation>{name} 是文件夹，不是文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/table_place.py" />
            <source>{name} is a sound of the project</source>
            <translation>{name} 是项目中的声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>{name} is a web page and no archive</source>
            <translation>{name} 是网页，不是归档文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>{name} is a whole project in one file</source>
            <translation>{name} 是打包成单个文件的完整项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/workbook.py" />
            <source>{name} is a workbook or an archive and no text</source>
            <translation>{name} 是工作簿或压缩文件，不是文本</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/placing.py" />
            <source>{name} is about {n} recording</source>
            <extracomment>English plural: {name} is about {n} recordings</extracomment>
            <translation>
                <numerusform>{name} 涉及 {n} 个录音</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>{name} is an archive of a kind that cannot be read here</source>
            <translation>{name} 是此处无法读取的归档类型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/credit.py" />
            <source>{name} is by {source}; its licence: {licence}.</source>
            <translation>{name} 由 {source} 制作；许可证：{licence}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} is damaged beyond reading, and there is no usable snapshot of it</source>
            <translation>{name} 已损坏，无法读取，也没有可用的快照</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>{name} is damaged or cut off: {entry} cannot be read</source>
            <translation>{name} 已损坏或被截断：无法读取 {entry}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} is damaged, and what can be restored of it could not be written: {reason}; the file was left as it is</source>
            <translation>{name} 已损坏，可恢复的内容无法写入：{reason}；该文件保持原样</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} is damaged, and where it lies it may only be read</source>
            <translation>{name} 已损坏，且其所在位置为只读</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/mixture_records.py" />
            <source>{name} is damaged, so nobody knows which mixtures are done</source>
            <translation>{name} 已损坏，因此无法知道哪些混合已完成</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>{name} is damaged: {entry} is not what was packed</source>
            <translation>{name} 已损坏：{entry} 与打包时不同</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{name} is empty</source>
            <translation>{name} 为空</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} is empty (0 bytes), and there is no usable snapshot of it</source>
            <translation>{name} 为空（0 字节），也没有可用的快照</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/preset_choice.py" />
            <source>{name} is installed, and more accurate on most sounds</source>
            <translation>{name} 已安装，且对大多数声音更准确</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>{name} is no archive that can be read, or only a part of one</source>
            <translation>{name} 不是可读取的归档，或只是其中一部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>{name} is no packed project</source>
            <translation>{name} 不是打包的项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_project.py" />
            <source>{name} is no packed project, or only a part of one</source>
            <translation>{name} 不是打包的项目，或只是其一部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>{name} is not a project</source>
            <translation>{name} 不是项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>{name} is not an audioclf project</source>
            <translation>{name} 不是 audioclf 项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} is not an audioclf project: {why}</source>
            <translation>{name} 不是 audioclf 项目：{why}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/credit.py" />
            <source>{name} is not installed: {command} installs it.</source>
            <translation>{name} 未安装：可用 {command} 安装。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>{name} is not the file that it should be: its checksum is {found} and not {wanted}</source>
            <translation>{name} 不是应有的文件：其校验和是 {found} 而不是 {wanted}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/zip_entries.py" />
            <source>{name} is not unpacked: files in it share their bytes, so that they unfold to more and more</source>
            <translation>{name} 未解压：其中的文件共用字节，会越展越大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>{name} is not unpacked: of {entry}, {reason}</source>
            <translation>{name} 未解包：对于 {entry}，{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_loader.py" />
            <source>{name} is not where the project left it: {folder}</source>
            <translation>{name} 已不在原来的位置：{folder}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/results.py" />
            <source>{name} is one of the files to classify</source>
            <translation>{name} 是要分类的文件之一</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/kinds.py" />
            <source>{name} is one part of an archive in several files</source>
            <translation>{name} 是多文件归档中的一部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} is open elsewhere, so it cannot be changed here</source>
            <translation>{name} 已在别处打开，因此不能在此更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/mixtures.py" />
            <source>{name} is out of its range</source>
            <translation>{name} 超出范围</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/table_place.py" />
            <source>{name} is the name of a project</source>
            <translation>{name} 是项目的名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/user_file.py" />
            <source>{name} is too large for a listener: {size:.1f} GB</source>
            <translation>{name} 作为听音模型过大：{size:.1f} GB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} may only be read where it lies, so it cannot be changed</source>
            <translation>{name} 所在位置为只读，因此不能更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} may only be read where it lies: nothing can be changed.</source>
            <translation>{name} 所在位置为只读：不能作任何更改。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>{name} missed</source>
            <translation>漏判“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>{name} missed or false</source>
            <translation>漏判或误判“{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/archives/letting_out.py" />
            <source>{name} needs {needed_mb:.0f} MB, and {folder} has {free_mb:.0f} MB of room</source>
            <translation>{name} 需要 {needed_mb:.0f} MB，而 {folder} 只有 {free_mb:.0f} MB 可用</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{name} recognised</source>
            <translation>{name} 识别正确</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{name} taken for {other}</source>
            <translation>{name} 被认作 {other}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/onnx_file.py" />
            <source>{name} was changed since it was exported</source>
            <translation>{name} 在导出后被更改</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{name} was damaged. It was put aside as {aside}, and the project restored from {source}.</source>
            <translation>{name} 已损坏，现搁置为 {aside}；项目已恢复，来源：{source}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/transfer.py" />
            <source>{name} was fetched from its beginning again: {reason}</source>
            <translation>{name} 从头重新获取：{reason}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>{name} was made by a newer version of audioclf-gui</source>
            <translation>{name} 由更新版本的 audioclf-gui 创建</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <source>{name} was made by an older version and is open elsewhere or may not be written</source>
            <translation>{name} 由旧版本创建，且已在别处打开或不可写入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/pack_files.py" />
            <source>{name} was packed by a newer version of this program</source>
            <translation>{name} 由本程序的更新版本打包</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>{name} was there already</source>
            <translation>{name} 已经存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>{name} was unpacked before, in {folder}</source>
            <translation>{name} 以前已解压到 {folder}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>{name} was unpacked to {folder}</source>
            <translation>{name} 已解压到 {folder}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/figures.py" />
            <source>{name} {value}</source>
            <translation>{name} {value}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{name}, line {line:d}: {fault}</source>
            <translation>{name}，第 {line:d} 行：{fault}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>{name}, {start_s:.3f} – {end_s:.3f} s</source>
            <translation>{name}，{start_s:.3f} – {end_s:.3f} s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>{name}: began {start}, {source}</source>
            <translation>{name}：开始于 {start}，{source}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>{name}: recall {recall:.3f}, 95 % interval {low:.2f} to {high:.2f}, from {n} clip</source>
            <extracomment>English plural: {name}: recall {recall:.3f}, 95 % interval {low:.2f} to {high:.2f}, from {n} clips</extracomment>
            <translation>
                <numerusform>{name}：召回率 {recall:.3f}，95% 区间 {low:.2f} 至 {high:.2f}，基于 {n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>{name}: recall {recall:.3f}, from {n} clip</source>
            <extracomment>English plural: {name}: recall {recall:.3f}, from {n} clips</extracomment>
            <translation>
                <numerusform>{name}：召回率 {recall:.3f}，基于 {n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>{name}: recall {recall:.3f}, from {n} clip of too few groups to tell its interval</source>
            <extracomment>English plural: {name}: recall {recall:.3f}, from {n} clips of too few groups to tell their interval</extracomment>
            <translation>
                <numerusform>{name}：召回率 {recall:.3f}，来自 {n} 个片段，组太少，无法给出区间</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/copy_labels.py" />
            <location filename="../../audioclf_gui/jobs/edit_labels.py" />
            <source>{name}: {message}</source>
            <translation>{name}：{message}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>{name}: {reason}</source>
            <translation>{name}：{reason}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>{name}; {n} label is chosen</source>
            <extracomment>English plural: {name}; {n} labels are chosen</extracomment>
            <translation>
                <numerusform>{name}；已选择 {n} 个标签</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/model_card.py" />
            <source>{now} (trained as {before})</source>
            <translation>{now}（训练时为 {before}）</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{n} accepted</source>
            <extracomment>English plural: {n} accepted</extracomment>
            <translation>
                <numerusform>接受 {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>{n} annotation has no times of its own and is given an even share of those around it</source>
            <extracomment>English plural: {n} annotations have no times of their own and are given even shares of those around them</extracomment>
            <translation>
                <numerusform>{n} 个标注没有自己的时间，已从前后时间中均分一份</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/studio_tasks.py" />
            <source>{n} annotation of another person, or an earlier one, is kept in the file and not shown</source>
            <extracomment>English plural: {n} annotations of other people, or earlier ones, are kept in the file and not shown</extracomment>
            <translation>
                <numerusform>有 {n} 个他人的或较早的标注保留在文件中，但不显示</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} answer differs from the project's, which stays: of {name}, {reason}</source>
            <extracomment>English plural: {n} answers differ from the project's, which stay: of {name} for one, {reason}</extracomment>
            <translation>
                <numerusform>{n} 处与项目不同，以项目为准：例如 {name}，{reason}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/unpack_archives.py" />
            <source>{n} archive lies among the recordings in {folder} and is not unpacked: {names}</source>
            <extracomment>English plural: {n} archives lie among the recordings in {folder} and are not unpacked: {names}</extracomment>
            <translation>
                <numerusform>{folder} 的录音之间有 {n} 个归档文件，没有解压：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>{n} block lost</source>
            <extracomment>English plural: {n} blocks lost</extracomment>
            <translation>
                <numerusform>丢失 {n} 块</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/mpeg.py" />
            <source>{n} byte after {time_s:.1f} s is no frame of sound.</source>
            <extracomment>English plural: {n} bytes are no frames of sound, the first of them after {time_s:.1f} s.</extracomment>
            <translation>
                <numerusform>有 {n} 字节不是声音帧，第一处在 {time_s:.1f} s 之后。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/mpeg.py" />
            <source>{n} byte before the first frame is not sound.</source>
            <extracomment>English plural: {n} bytes before the first frame are not sound.</extracomment>
            <translation>
                <numerusform>第一帧之前的 {n} 字节不是声音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/csv_columns.py" />
            <source>{n} cell in its column “{column}” is no number and is left out: “{cell}”</source>
            <extracomment>English plural: {n} cells in its column “{column}” are no numbers and are left out: “{cell}” for one</extracomment>
            <translation>
                <numerusform>其列“{column}”中有 {n} 个单元格不是数字，已略去：“{cell}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} class</source>
            <extracomment>English plural: {n} classes</extracomment>
            <translation>
                <numerusform>{n} 个类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/class_lists.py" />
            <source>{n} class added, {known} known</source>
            <extracomment>English plural: {n} classes added, {known} known</extracomment>
            <translation>
                <numerusform>添加了 {n} 个类别，{known} 个已有</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/class_names.py" />
            <source>{n} class gets its name from {file}: {code} is {name}</source>
            <extracomment>English plural: {n} classes get their names from {file}: {code} is {name}</extracomment>
            <translation>
                <numerusform>{n} 个类别从 {file} 得到名称：{code} 即 {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>{n} class has 1 recording group</source>
            <extracomment>English plural: {n} classes have 1 recording group each</extracomment>
            <translation>
                <numerusform>{n} 个类别各只有 1 个录音组</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>{n} class has fewer than {least} clips, “{name}” only {fewest}</source>
            <extracomment>English plural: {n} classes have fewer than {least} clips, “{name}” only {fewest}</extracomment>
            <translation>
                <numerusform>{n} 个类别少于 {least} 个片段，其中“{name}”只有 {fewest} 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <location filename="../../audioclf_gui/gui/history_model.py" />
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} clip</source>
            <extracomment>English plural: {n} clips</extracomment>
            <translation>
                <numerusform>{n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip can be read</source>
            <extracomment>English plural: {n} clips can be read</extracomment>
            <translation>
                <numerusform>{n} 个片段可以读取</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/task.py" />
            <source>{n} clip cannot be read, and too few are left to learn from</source>
            <extracomment>English plural: {n} clips cannot be read, and too few are left to learn from</extracomment>
            <translation>
                <numerusform>{n} 个片段无法读取，剩下的太少，无法学习</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>{n} clip cannot be read.</source>
            <extracomment>English plural: {n} clips cannot be read.</extracomment>
            <translation>
                <numerusform>{n} 个片段无法读取。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip cannot be read: mostly because {reason}</source>
            <extracomment>English plural: {n} clips cannot be read: mostly because {reason}</extracomment>
            <translation>
                <numerusform>{n} 个片段无法读取，主要原因：{reason}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip cannot be read: {reason}</source>
            <extracomment>English plural: {n} clips cannot be read: {reason}</extracomment>
            <translation>
                <numerusform>{n} 个片段无法读取：{reason}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/cli/history.py" />
            <source>{n} clip changed</source>
            <extracomment>English plural: {n} clips changed</extracomment>
            <translation>
                <numerusform>已更改 {n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>{n} clip could not be used and was left out</source>
            <extracomment>English plural: {n} clips could not be used and were left out</extracomment>
            <translation>
                <numerusform>{n} 个片段无法使用，已略去</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>{n} clip fits {what}: {clips}</source>
            <extracomment>English plural: {n} clips fit {what}: {clips}</extracomment>
            <translation>
                <numerusform>有 {n} 个片段可对应 {what}：{clips}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>{n} clip got no suggestion since its file cannot be read: {name} ({reason}).</source>
            <extracomment>English plural: {n} clips got no suggestion since their files cannot be read, the first: {name} ({reason}).</extracomment>
            <translation>
                <numerusform>{n} 个片段没有得到建议，因为无法读取其文件：例如 {name}（{reason}）。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>{n} clip got no suggestion: it is nothing but digital silence.</source>
            <extracomment>English plural: {n} clips got no suggestion: they are nothing but digital silence.</extracomment>
            <translation>
                <numerusform>{n} 个片段没有得到建议：全为数字静音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>{n} clip got no suggestion: no class reaches its threshold.</source>
            <extracomment>English plural: {n} clips got no suggestion: no class reaches its threshold.</extracomment>
            <translation>
                <numerusform>{n} 个片段没有得到建议：没有类别达到其阈值。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/suggest.py" />
            <source>{n} clip got no suggestion: the project has no such class: {classes}.</source>
            <extracomment>English plural: {n} clips got no suggestion: the project has no such class: {classes}.</extracomment>
            <translation>
                <numerusform>{n} 个片段没有得到建议：项目中没有这些类别：{classes}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip has a constant offset, {percent:.2g} % of full scale</source>
            <extracomment>English plural: {n} clips have a constant offset, up to {percent:.2g} % of full scale</extracomment>
            <translation>
                <numerusform>{n} 个片段有直流偏移，为满刻度的 {percent:.2g} %</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{n} clip has a lower sample rate than {rate_hz} Hz: its top is empty.</source>
            <extracomment>English plural: {n} clips have a lower sample rate than {rate_hz} Hz: their top is empty.</extracomment>
            <translation>
                <numerusform>{n} 个片段的采样率低于 {rate_hz} Hz：其高频部分为空。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/check.py" />
            <source>{n} clip has a number: {quantity}</source>
            <extracomment>English plural: {n} clips have a number: {quantity}</extracomment>
            <translation>
                <numerusform>{n} 个片段带有数值：{quantity}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/suggester.py" />
            <source>{n} clip has a suggestion now: see Review</source>
            <extracomment>English plural: {n} clips have a suggestion now: see Review</extracomment>
            <translation>
                <numerusform>{n} 个片段现在有建议：请到“审核”查看</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>{n} clip has another class as a whole than its labelled parts</source>
            <extracomment>English plural: {n} clips have another class as a whole than their labelled parts</extracomment>
            <translation>
                <numerusform>{n} 个片段整体的类别与其区段标签不同</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/number_data.py" />
            <source>{n} clip has no number and is left out.</source>
            <extracomment>English plural: {n} clips have no number and are left out.</extracomment>
            <translation>
                <numerusform>{n} 个片段没有数值，已略去。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/fsd50k.py" />
            <source>{n} clip has several classes, general ones beside special ones: {name} is {classes}</source>
            <extracomment>English plural: {n} clips have several classes, general ones beside special ones: {name} is {classes}</extracomment>
            <translation>
                <numerusform>{n} 个片段有多个类别，既有笼统的也有具体的：{name} 为 {classes}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/find_sounds.py" />
            <source>{n} clip holds no frequencies so high as those searched</source>
            <extracomment>English plural: {n} clips hold no frequencies so high as those searched</extracomment>
            <translation>
                <numerusform>{n} 个片段不含所查找的高频</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>{n} clip holds the same sound as a clip of another group: such groups count as one.</source>
            <extracomment>English plural: {n} clips hold the same sound as a clip of another group: such groups count as one.</extracomment>
            <translation>
                <numerusform>{n} 个片段与其他录音组的片段声音相同：这些录音组视为同一组。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>{n} clip holds the same sound as another one: such clips are kept in one set.</source>
            <extracomment>English plural: {n} clips hold the same sound as another one: such clips are kept in one set.</extracomment>
            <translation>
                <numerusform>{n} 个片段与其他片段声音相同：这些片段放在同一个数据集中。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip is a copy of another</source>
            <extracomment>English plural: {n} clips are copies of others</extracomment>
            <translation>
                <numerusform>{n} 个片段与其他片段重复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip is clipped</source>
            <extracomment>English plural: {n} clips are clipped</extracomment>
            <translation>
                <numerusform>{n} 个片段有削波</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>{n} clip is in no list for training or testing, so it has no fold: {name}</source>
            <extracomment>English plural: {n} clips are in no list for training or testing, so they have no fold: {name} for one</extracomment>
            <translation>
                <numerusform>{n} 个片段不在训练或测试列表中，因此没有折：{name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip is shorter than {least_s:g} s</source>
            <extracomment>English plural: {n} clips are shorter than {least_s:g} s</extracomment>
            <translation>
                <numerusform>{n} 个片段短于 {least_s:g} s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} clip is silent</source>
            <extracomment>English plural: {n} clips are silent</extracomment>
            <translation>
                <numerusform>{n} 个片段为静音</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>{n} clip is tested in several folds, so it has none: {name}</source>
            <extracomment>English plural: {n} clips are tested in several folds, so they have none: {name} for one</extracomment>
            <translation>
                <numerusform>{n} 个片段在多个折中测试，因此没有折：{name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/species_panel.py" />
            <source>{n} clip labelled by its species</source>
            <extracomment>English plural: {n} clips labelled by their species</extracomment>
            <translation>
                <numerusform>已按物种标注 {n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/birdnet.py" />
            <source>{n} clip lies in a folder of several classes and gets all of them: {classes}</source>
            <extracomment>English plural: {n} clips lie in folders of several classes and get all of them: {classes} for one</extracomment>
            <translation>
                <numerusform>{n} 个片段位于多类别文件夹，得到全部类别：{classes}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/birdnet.py" />
            <source>{n} clip lies in a folder that says what it is not ({folders}): that is ruled out for it, and not suggested; models do not learn from it</source>
            <extracomment>English plural: {n} clips lie in folders that say what they are not ({folders}): that is ruled out for them, and not suggested; models do not learn from it</extracomment>
            <translation>
                <numerusform>{n} 个片段位于说明其不是什么的文件夹（{folders}）：该类别对其被排除，不再建议；模型不从中学习</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/start.py" />
            <source>{n} clip that is measured was learnt already by the model that this one starts from: the figures flatter.</source>
            <extracomment>English plural: {n} clips that are measured were learnt already by the model that this one starts from: the figures flatter.</extracomment>
            <translation>
                <numerusform>有 {n} 个评估片段已被用作起点的模型学习过：指标偏乐观。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/evaluate.py" />
            <source>{n} clip that the model has learnt from cannot be read.</source>
            <extracomment>English plural: {n} clips that the model has learnt from cannot be read.</extracomment>
            <translation>
                <numerusform>模型学过的 {n} 个片段无法读取。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/evaluate.py" />
            <source>{n} clip that the model has learnt from was left out.</source>
            <extracomment>English plural: {n} clips that the model has learnt from were left out.</extracomment>
            <translation>
                <numerusform>已略去模型训练时用过的 {n} 个片段。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>{n} clip unread</source>
            <extracomment>English plural: {n} clips unread</extracomment>
            <translation>
                <numerusform>{n} 个片段未读取</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>{n} clip was found again</source>
            <extracomment>English plural: {n} clips were found again</extracomment>
            <translation>
                <numerusform>找回 {n} 个片段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>{n} clip was left out of training, since the same sound is among the clips that judge.</source>
            <extracomment>English plural: {n} clips were left out of training, since the same sound is among the clips that judge.</extracomment>
            <translation>
                <numerusform>{n} 个片段未用于训练，因为评估片段中有相同的声音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} clip · no number yet</source>
            <extracomment>English plural: {n} clips · no number yet</extracomment>
            <translation>
                <numerusform>{n} 个片段 · 均无数值</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} clip · none labelled yet</source>
            <extracomment>English plural: {n} clips · none labelled yet</extracomment>
            <translation>
                <numerusform>{n} 个片段 · 均未标注</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/estimates_plot.py" />
            <source>{n} clip, {quantity} as it is and as it was estimated</source>
            <extracomment>English plural: {n} clips, {quantity} as it is and as it was estimated</extracomment>
            <translation>
                <numerusform>{n} 个片段的 {quantity}：真实值与估计值</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/listeners/signature.py" />
            <source>{n} columns are shorter than one window of the spectrogram</source>
            <translation>{n} 列短于声谱图的一个窗</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{n} damaged place was found and restored.</source>
            <extracomment>English plural: {n} damaged places were found and restored.</extracomment>
            <translation>
                <numerusform>找到并恢复了 {n} 处损坏。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} described anew</source>
            <extracomment>English plural: {n} described anew</extracomment>
            <translation>
                <numerusform>{n} 个补全了信息</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>{n} edit is made again.</source>
            <extracomment>English plural: {n} edits are made again.</extracomment>
            <translation>
                <numerusform>已重做 {n} 项编辑。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/history_panel.py" />
            <source>{n} edit is taken back; it can be made again.</source>
            <extracomment>English plural: {n} edits are taken back; they can be made again.</extracomment>
            <translation>
                <numerusform>已撤销 {n} 项编辑；可以重做。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <source>{n} entry of {archive} is a link or a device and stays in it: {names}</source>
            <extracomment>English plural: {n} entries of {archive} are links or devices and stay in it: {names}</extracomment>
            <translation>
                <numerusform>{archive} 中有 {n} 个条目是链接或设备，留在其中：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{n} entry that could still be read</source>
            <extracomment>English plural: {n} entries that could still be read</extracomment>
            <translation>
                <numerusform>仍可读取的 {n} 条记录</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/studio_tasks.py" />
            <source>{n} entry that is no stretch of sound is kept in the file and not shown</source>
            <extracomment>English plural: {n} entries that are no stretches of sound are kept in the file and not shown</extracomment>
            <translation>
                <numerusform>有 {n} 个不是声音区段的条目保留在文件中，但不显示</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>{n} event becomes a label of a part of its recording</source>
            <extracomment>English plural: {n} events become labels of parts of their recordings</extracomment>
            <translation>
                <numerusform>{n} 个事件成为其录音中一部分的标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{n} event is silent and has no label.</source>
            <extracomment>English plural: {n} events are silent and have no label.</extracomment>
            <translation>
                <numerusform>{n} 个事件是静音，没有标注。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{n} event written to {name}</source>
            <extracomment>English plural: {n} events written to {name}</extracomment>
            <translation>
                <numerusform>已将 {n} 个事件写入 {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>{n} file cannot be read: {name} ({reason}).</source>
            <extracomment>English plural: {n} files cannot be read, the first: {name} ({reason}).</extracomment>
            <translation>
                <numerusform>{n} 个文件无法读取：{name}（{reason}）。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>{n} file has another class in its name than otherwise, and the name counts: {first} is “{after}” and not “{before}”</source>
            <extracomment>English plural: {n} files have another class in their name than otherwise, and the name counts: {first} is “{after}” and not “{before}”</extracomment>
            <translation>
                <numerusform>{n} 个文件的文件名所示类别与其他来源不同，以文件名为准：{first} 为“{after}”而不是“{before}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/file_check.py" />
            <source>{n} file is gone or was changed since it was imported, and none is left of: {classes} ({names})</source>
            <extracomment>English plural: {n} files are gone or were changed since they were imported, and none is left of: {classes} ({names})</extracomment>
            <translation>
                <numerusform>{n} 个文件在导入后丢失或被更改，以下类别已没有片段：{classes}（{names}）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/speechcommands.py" />
            <source>{n} file is in neither list, so it is for training</source>
            <extracomment>English plural: {n} files are in neither list, so they are for training</extracomment>
            <translation>
                <numerusform>{n} 个文件不在任何列表中，因此用于训练</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/speechcommands.py" />
            <source>{n} file is no spoken word, so it has no class: {first}</source>
            <extracomment>English plural: {n} files are no spoken words, so they have no class: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个文件不是口语单词，因此没有类别：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>{n} file is of no reader that {table} knows, so it has no class: {first}</source>
            <extracomment>English plural: {n} files are of no reader that {table} knows, so they have no class: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个文件的朗读者不在 {table} 中，因此没有类别：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/voxceleb.py" />
            <source>{n} file is of no speaker that {table} knows, so it has no class: {first}</source>
            <extracomment>English plural: {n} files are of no speaker that {table} knows, so they have no class: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个文件的说话人不在 {table} 中，因此没有类别：{first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/birdnet.py" />
            <location filename="../../audioclf_gui/formats/datasets/folders.py" />
            <source>{n} file lies in no folder of a class, so it has none: {first}</source>
            <extracomment>English plural: {n} files lie in no folder of a class, so they have none: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个文件不在任何类别的文件夹中，因此没有类别：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/classify_panel.py" />
            <source>{n} file of results written.</source>
            <extracomment>English plural: {n} files of results written.</extracomment>
            <translation>
                <numerusform>已写入 {n} 个结果文件。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/content.py" />
            <source>{n} file that was there already is kept as {first}.</source>
            <extracomment>English plural: {n} files that were there already are kept with a number, the first as {first}.</extracomment>
            <translation>
                <numerusform>{n} 个原有的文件已加编号保留，第一个为 {first}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} file was changed since it was imported, so its clip is left out of training</source>
            <extracomment>English plural: {n} files were changed since they were imported, so their clips are left out of training</extracomment>
            <translation>
                <numerusform>{n} 个文件在导入后被更改，因此其片段不用于训练</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} fold</source>
            <extracomment>English plural: {n} folds</extracomment>
            <translation>
                <numerusform>{n} 折</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>{n} fold made by {groups}; fold {number:d} held out</source>
            <extracomment>English plural: {n} folds made by {groups}; fold {number:d} held out</extracomment>
            <translation>
                <numerusform>按 {groups} 划分为 {n} 折；留出第 {number:d} 折</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>{n} fold made of single clips, which flatters the model; fold {number:d} held out</source>
            <extracomment>English plural: {n} folds made of single clips, which flatters the model; fold {number:d} held out</extracomment>
            <translation>
                <numerusform>按单个片段划分为 {n} 折（结果偏乐观）；留出第 {number:d} 折</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/documents/learnt.py" />
            <source>{n} fold was held out; the sets below are those of the last one.</source>
            <extracomment>English plural: Each of {n} folds was held out once; the sets below are those of the last one.</extracomment>
            <translation>
                <numerusform>共留出 {n} 折；下面的划分是最后一折的。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/report.py" />
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} group</source>
            <extracomment>English plural: {n} groups</extracomment>
            <translation>
                <numerusform>{n} 个录音组</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/split_notes.py" />
            <source>{n} group is in more than one set: the figures may flatter the model.</source>
            <extracomment>English plural: {n} groups are in more than one set: the figures may flatter the model.</extracomment>
            <translation>
                <numerusform>{n} 个录音组同时出现在多个数据集中：指标可能偏乐观。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/mixture_subsets.py" />
            <source>{n} group of sounds cannot be dealt out to {subsets:d} subsets</source>
            <extracomment>English plural: {n} groups of sounds cannot be dealt out to {subsets:d} subsets</extracomment>
            <translation>
                <numerusform>{n} 组声音无法分到 {subsets:d} 个子集</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/search.py" />
            <source>{n} group: too few to tell how far off that may be</source>
            <extracomment>English plural: {n} groups: too few to tell how far off that may be</extracomment>
            <translation>
                <numerusform>{n} 个组：太少，无法说明偏差范围</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>{n} in a locked track left alone</source>
            <extracomment>English plural: {n} in locked tracks left alone</extracomment>
            <translation>
                <numerusform>锁定轨道中的 {n} 个保持不变</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} in the project already</source>
            <extracomment>English plural: {n} in the project already</extracomment>
            <translation>
                <numerusform>{n} 个已在项目中</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/measure_leakage.py" />
            <source>{n} judged label ({name}); learnt by {learner}, from folds of either kind.</source>
            <extracomment>English plural: {n} judged labels ({name}); learnt by {learner}, from folds of either kind.</extracomment>
            <translation>
                <numerusform>{n} 个已评判标注（{name}）；由{learner}从两种划分学得。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>{n} label</source>
            <extracomment>English plural: {n} labels</extracomment>
            <translation>
                <numerusform>{n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_times.py" />
            <source>{n} label changed</source>
            <extracomment>English plural: {n} labels changed</extracomment>
            <translation>
                <numerusform>更改了 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/chosen_edits.py" />
            <source>{n} label copied</source>
            <extracomment>English plural: {n} labels copied</extracomment>
            <translation>
                <numerusform>复制了 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>{n} label differs here and in the file. So far it is as it was here: which is right?</source>
            <extracomment>English plural: {n} labels differ here and in the file. So far they are as they were here: which are right?</extracomment>
            <translation>
                <numerusform>有 {n} 个标签在此处与文件中不同。目前保留此处的内容：哪个正确？</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} label file</source>
            <extracomment>English plural: {n} label files</extracomment>
            <translation>
                <numerusform>{n} 个标签文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/label_claims.py" />
            <source>{n} label file called {name} fits {clip}</source>
            <extracomment>English plural: {n} label files called {name} fit {clip}</extracomment>
            <translation>
                <numerusform>有 {n} 个名为 {name} 的标签文件可对应 {clip}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>{n} label file is left</source>
            <extracomment>English plural: {n} label files are left</extracomment>
            <translation>
                <numerusform>{n} 个标签文件未导入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>{n} label file lies beside the recordings in {folder} and says what is in them, so the folders are not taken for classes; choose folders if they are</source>
            <extracomment>English plural: {n} label files lie beside the recordings in {folder} and say what is in them, so the folders are not taken for classes; choose folders if they are</extracomment>
            <translation>
                <numerusform>{folder} 中的录音旁有 {n} 个标签文件记录其内容，因此文件夹不视为类别；如果是类别，请选择“文件夹”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>{n} label file lies there and is taken in, too; --label-files leave would leave it</source>
            <extracomment>English plural: {n} label files lie there and are taken in, too; --label-files leave would leave them</extracomment>
            <translation>
                <numerusform>该处有 {n} 个标签文件，也一并导入；用 --label-files leave 可不导入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>{n} label file or table is about no recording here that shows, and stays out: {first}</source>
            <extracomment>English plural: {n} label files or tables are about no recording here that shows, and stay out: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个标签文件或表格与此处的任何录音都不明显对应，因此不导入：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>{n} label file written.</source>
            <extracomment>English plural: {n} label files written.</extracomment>
            <translation>
                <numerusform>已写入 {n} 个标签文件。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>{n} label goes on after the end of its recording</source>
            <extracomment>English plural: {n} labels go on after the end of their recording</extracomment>
            <translation>
                <numerusform>{n} 个标签超出录音结尾</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{n} label goes on after the end of its recording: only what is there is learnt.</source>
            <extracomment>English plural: {n} labels go on after the end of their recording: only what is there is learnt.</extracomment>
            <translation>
                <numerusform>{n} 个标签超出录音结尾：只学习实际存在的部分。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>{n} label has changed</source>
            <extracomment>English plural: {n} labels have changed</extracomment>
            <translation>
                <numerusform>更改 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/elan.py" />
            <source>{n} label has characters that XML has no place for.</source>
            <extracomment>English plural: {n} labels have characters that XML has no place for.</extracomment>
            <translation>
                <numerusform>{n} 个标签含有 XML 不允许的字符。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>{n} label has no room in the row of its track, and goes to a further one.</source>
            <extracomment>English plural: {n} labels have no room in the row of their track, and go to a further one.</extracomment>
            <translation>
                <numerusform>{n} 个标签在其轨道所在的行中放不下，将放到另一行。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>{n} label has over {longest} characters and may be cut by Audacity.</source>
            <extracomment>English plural: {n} labels have over {longest} characters and may be cut by Audacity.</extracomment>
            <translation>
                <numerusform>{n} 个标签超过 {longest} 个字符，可能被 Audacity 截断。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/check.py" />
            <source>{n} label holds sound to learn from, in {windows}</source>
            <extracomment>English plural: {n} labels hold sound to learn from, in {windows}</extracomment>
            <translation>
                <numerusform>{n} 个标签含有可供学习的声音，共 {windows}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/found_preview.py" />
            <source>{n} label in this clip, {length} in all</source>
            <extracomment>English plural: {n} labels in this clip, {length} in all</extracomment>
            <translation>
                <numerusform>此片段中 {n} 个标签，共 {length}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/learnt_tracks.py" />
            <source>{n} label in tracks that are not learnt from is left out: {tracks}</source>
            <extracomment>English plural: {n} labels in tracks that are not learnt from are left out: {tracks}</extracomment>
            <translation>
                <numerusform>略去 {n} 个标签，位于不参与学习的轨道：{tracks}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_panel.py" />
            <source>{n} label is chosen</source>
            <extracomment>English plural: {n} labels are chosen</extracomment>
            <translation>
                <numerusform>已选择 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>{n} label is gone</source>
            <extracomment>English plural: {n} labels are gone</extracomment>
            <translation>
                <numerusform>删去 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/export_sounds.py" />
            <source>{n} label is left out, as it is a moment or behind the end of its clip and so holds no sound; a margin gives moments some.</source>
            <extracomment>English plural: {n} labels are left out, as they are moments or behind the end of their clips and so hold no sound; a margin gives moments some.</extracomment>
            <translation>
                <numerusform>{n} 个标签已略去，因为它是时刻点或位于片段末尾之后，不含声音；设置余量可让时刻点含有声音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{n} label is left out: {faults}.</source>
            <extracomment>English plural: {n} labels are left out: {faults}.</extracomment>
            <translation>
                <numerusform>略去 {n} 个标签：{faults}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/placing.py" />
            <source>{n} label is left out: {reasons}</source>
            <extracomment>English plural: {n} labels are left out: {reasons}</extracomment>
            <translation>
                <numerusform>略去 {n} 个标签：{reasons}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>{n} label is new</source>
            <extracomment>English plural: {n} labels are new</extracomment>
            <translation>
                <numerusform>新增 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>{n} label is not used, as another class sounds in a part of it.</source>
            <extracomment>English plural: {n} labels are not used, as another class sounds in a part of them.</extracomment>
            <translation>
                <numerusform>{n} 个标注未使用，因为其中一部分有另一类别的声音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/label_equals.py" />
            <source>{n} label is one with another one now, to which it was equal</source>
            <extracomment>English plural: {n} labels are one with others now, to which they were equal</extracomment>
            <translation>
                <numerusform>{n} 个标注与另一个相同的标注合为一个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>{n} label is shorter than {least:g} ms</source>
            <extracomment>English plural: {n} labels are shorter than {least:g} ms</extracomment>
            <translation>
                <numerusform>{n} 个标签短于 {least:g} ms</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>{n} label lies on silence</source>
            <extracomment>English plural: {n} labels lie on silence</extracomment>
            <translation>
                <numerusform>{n} 个标签位于静音处</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>{n} label lies past the end of its recording</source>
            <extracomment>English plural: {n} labels lie past the end of their recording</extracomment>
            <translation>
                <numerusform>{n} 个标签位于录音结尾之后</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>{n} label loses its track: all stand in one row.</source>
            <extracomment>English plural: {n} labels lose their tracks: all stand in one row.</extracomment>
            <translation>
                <numerusform>{n} 个标签将失去其轨道：所有标签都放在一行中。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>{n} label marks a moment only</source>
            <extracomment>English plural: {n} labels mark a moment only</extracomment>
            <translation>
                <numerusform>{n} 个标签只标记了一个时刻</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>{n} label measured: {name}.</source>
            <extracomment>English plural: {n} labels measured: {name}.</extracomment>
            <translation>
                <numerusform>已测量 {n} 个标签：{name}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/whombat.py" />
            <source>{n} label of which one frequency is unknown gets the lowest or the highest that there is.</source>
            <extracomment>English plural: {n} labels of which one frequency is unknown get the lowest or the highest that there is.</extracomment>
            <translation>
                <numerusform>{n} 个标注的一个频率未知，取最低或最高的频率。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>{n} label reaches above half the sampling rate, where its recording has nothing</source>
            <extracomment>English plural: {n} labels reach above half the sampling rate, where their recordings have nothing</extracomment>
            <translation>
                <numerusform>{n} 个标签高于采样率的一半，录音在该处没有内容</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/doubtful_names.py" />
            <source>{n} label says {texts} and has no class</source>
            <extracomment>English plural: {n} labels say {texts} and have no class</extracomment>
            <translation>
                <numerusform>{n} 个标签的文字为 {texts}，没有类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/doubtful_names.py" />
            <source>{n} label says {texts}, which is taken for a class</source>
            <extracomment>English plural: {n} labels say {texts}, which is taken for a class</extracomment>
            <translation>
                <numerusform>{n} 个标签的文字为 {texts}，视为类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/kaldi.py" />
            <source>{n} label shares its name; Kaldi wants another one for each.</source>
            <extracomment>English plural: {n} labels share their names; Kaldi wants another one for each.</extracomment>
            <translation>
                <numerusform>{n} 个标签与其他标签同名；Kaldi 要求各不相同。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{n} label shares its time with a label of another class: the model is taught both.</source>
            <extracomment>English plural: {n} labels share their time with a label of another class: the model is taught both.</extracomment>
            <translation>
                <numerusform>{n} 个标签与其他类别的标签在时间上重叠：模型会学习两者。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>{n} label shares its time with one of another class ({names})</source>
            <extracomment>English plural: {n} labels share their time with one of another class ({names})</extracomment>
            <translation>
                <numerusform>{n} 个标签与其他类别的标签在时间上重叠（{names}）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>{n} label starts after the end of its recording: are its times seconds?</source>
            <extracomment>English plural: {n} labels start after the end of their recording: are their times seconds?</extracomment>
            <translation>
                <numerusform>{n} 个标签的起点在录音结尾之后：时间的单位是秒吗？</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>{n} label that was deleted here stays deleted</source>
            <extracomment>English plural: {n} labels that were deleted here stay deleted</extracomment>
            <translation>
                <numerusform>{n} 个在此处删除的标签仍保持删除</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>{n} label to be measured</source>
            <extracomment>English plural: {n} labels to be measured</extracomment>
            <translation>
                <numerusform>{n} 个标签待测量</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>{n} label was here already</source>
            <extracomment>English plural: {n} labels were here already</extracomment>
            <translation>
                <numerusform>已有 {n} 个标签</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>{n} label without a name is left out.</source>
            <extracomment>English plural: {n} labels without a name are left out.</extracomment>
            <translation>
                <numerusform>略去 {n} 个没有名称的标签。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/table_export.py" />
            <source>{n} label written: {name}.</source>
            <extracomment>English plural: {n} labels written: {name}.</extracomment>
            <translation>
                <numerusform>已写入 {n} 个标签：{name}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/shown_project.py" />
            <source>{n} labelled</source>
            <extracomment>English plural: {n} labelled</extracomment>
            <translation>
                <numerusform>{n} 个已标注</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>{n} labelled clip has no sound</source>
            <extracomment>English plural: {n} labelled clips have no sound</extracomment>
            <translation>
                <numerusform>{n} 个已标注的片段没有声音</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} left alone</source>
            <extracomment>English plural: {n} left alone</extracomment>
            <translation>
                <numerusform>{n} 个保持不变</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/relink.py" />
            <source>{n} missing clip holds the same as another or is there more than once, and none was taken: {clip} could be {file}. Give the files the names or folders they had, then look again.</source>
            <extracomment>English plural: {n} missing clips hold the same as others or are there more than once, and none was taken: {clip} could be {file}. Give the files the names or folders they had, then look again.</extracomment>
            <translation>
                <numerusform>{n} 个丢失的片段与其他片段内容相同，或有多个相同的文件，因此均未采用：{clip} 可能是 {file}。请恢复这些文件原来的名称或文件夹，然后重新查找。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{n} mixture has no sound in it that is labelled.</source>
            <extracomment>English plural: {n} mixtures have no sound in them that is labelled.</extracomment>
            <translation>
                <numerusform>{n} 个混合中没有带标注的声音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{n} mixture of {length} at {rate_hz:d} Hz, from {groups:d} groups of sounds (speakers, sites or recordings), {valid:d} of them for validation only and {test:d} for testing; about {size_mb:.0f} MB.</source>
            <extracomment>English plural: {n} mixtures of {length} at {rate_hz:d} Hz, from {groups:d} groups of sounds (speakers, sites or recordings), {valid:d} of them for validation only and {test:d} for testing; about {size_mb:.0f} MB.</extracomment>
            <translation>
                <numerusform>{n} 个混合，每个 {length}，{rate_hz:d} Hz，来自 {groups:d} 组声音（说话人、地点或录音），其中 {valid:d} 组只用于验证，{test:d} 组只用于测试；约 {size_mb:.0f} MB。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{n} mixture was made quieter to keep its peak at {peak_db:g} dB, by {most_db:.1f} dB at most.</source>
            <extracomment>English plural: {n} mixtures were made quieter to keep their peaks at {peak_db:g} dB, by {most_db:.1f} dB at most.</extracomment>
            <translation>
                <numerusform>{n} 个混合被调低以使峰值保持在 {peak_db:g} dB，最多调低 {most_db:.1f} dB。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/mixtures_panel.py" />
            <source>{n} mixture with {events:d} events made.</source>
            <extracomment>English plural: {n} mixtures with {events:d} events made.</extracomment>
            <translation>
                <numerusform>已生成 {n} 个混合，共 {events:d} 个事件。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>{n} moment is left out.</source>
            <extracomment>English plural: {n} moments are left out.</extracomment>
            <translation>
                <numerusform>略去 {n} 个时刻点。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <location filename="../../audioclf_gui/formats/placing.py" />
            <source>{n} more</source>
            <extracomment>English plural: {n} more</extracomment>
            <translation>
                <numerusform>另有 {n} 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>{n} more file waits.</source>
            <extracomment>English plural: {n} more files wait.</extracomment>
            <translation>
                <numerusform>另有 {n} 个文件待处理。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label_files_bar.py" />
            <source>{n} more line skipped</source>
            <extracomment>English plural: {n} more lines skipped</extracomment>
            <translation>
                <numerusform>另外跳过 {n} 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>{n} name does not fit the pattern of the class: {first}</source>
            <extracomment>English plural: {n} names do not fit the pattern of the class: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个文件名不符合类别的模式：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/audiomoth.py" />
            <source>{n} name does not tell when its recording began, so it has no group: {names}</source>
            <extracomment>English plural: {n} names do not tell when their recordings began, so they have no groups: {names}</extracomment>
            <translation>
                <numerusform>{n} 个名称未说明录音开始时间，因此没有录音组：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <source>{n} name in {archive} has backslashes, which are taken for those between folders: {names}</source>
            <extracomment>English plural: {n} names in {archive} have backslashes, which are taken for those between folders: {names}</extracomment>
            <translation>
                <numerusform>{archive} 中有 {n} 个名称含反斜杠，视为文件夹之间的分隔：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/archives/reading.py" />
            <source>{n} name in {archive} is not said to be in any encoding and is read as {encoding}: {names}</source>
            <extracomment>English plural: {n} names in {archive} are not said to be in any encoding and are read as {encoding}: {names}</extracomment>
            <translation>
                <numerusform>{archive} 中有 {n} 个名称未说明编码，按 {encoding} 读取：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} number</source>
            <extracomment>English plural: {n} numbers</extracomment>
            <translation>
                <numerusform>{n} 个数值</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/jams.py" />
            <source>{n} observation has no value and is called like its namespace</source>
            <extracomment>English plural: {n} observations have no values and are called like their namespaces</extracomment>
            <translation>
                <numerusform>{n} 个观测没有值，以其命名空间命名</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} odd, marked ⚠ in the list</source>
            <extracomment>English plural: {n} odd, marked ⚠ in the list</extracomment>
            <translation>
                <numerusform>{n} 个异常，在列表中标有 ⚠</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} of them gets what it lacks</source>
            <extracomment>English plural: {n} of them get what they lack</extracomment>
            <translation>
                <numerusform>其中 {n} 个将补全信息</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>{n} of {total} labelled</source>
            <translation>已标注 {n} / {total}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{n} of {what}</source>
            <translation>{n} 项{what}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{n} other class</source>
            <extracomment>English plural: {n} other class</extracomment>
            <translation>
                <numerusform>改类 {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/ogg.py" />
            <source>{n} page of its Ogg stream is damaged or missing: what follows is heard too early.</source>
            <extracomment>English plural: {n} pages of its Ogg stream are damaged or missing: what follows is heard too early.</extracomment>
            <translation>
                <numerusform>Ogg 流中有 {n} 页损坏或缺失：其后的声音会提前播放。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{n} reading written to {name}</source>
            <extracomment>English plural: {n} readings written to {name}</extracomment>
            <translation>
                <numerusform>已将 {n} 个读数写入 {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/folder_watcher.py" />
            <source>{n} recording came in: {names}</source>
            <extracomment>English plural: {n} recordings came in: {names}</extracomment>
            <translation>
                <numerusform>导入了 {n} 个录音：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/watch_folder.py" />
            <source>{n} recording came that is named nowhere, so it stays out: {first}</source>
            <extracomment>English plural: {n} recordings came that are named nowhere, so they stay out: {first} for one</extracomment>
            <translation>
                <numerusform>新增 {n} 个未列出的录音，不导入：{first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} recording group</source>
            <extracomment>English plural: {n} recording groups</extracomment>
            <translation>
                <numerusform>{n} 个录音组</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/finding.py" />
            <source>{n} recording has another ending than in {table}: {cell} is {name}</source>
            <extracomment>English plural: {n} recordings have other endings than in {table}: {cell} is {name}</extracomment>
            <translation>
                <numerusform>{n} 个录音的扩展名与 {table} 中不同：{cell} 为 {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>{n} recording has further species in the background, which are not taken: {names}</source>
            <extracomment>English plural: {n} recordings have further species in the background, which are not taken: {names}</extracomment>
            <translation>
                <numerusform>{n} 个录音的背景中还有其他物种，不予采用：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>{n} recording is in ESC-10, of the {total} in {table}</source>
            <extracomment>English plural: {n} recordings are in ESC-10, of the {total} in {table}</extracomment>
            <translation>
                <numerusform>{table} 的 {total} 个录音中有 {n} 个属于 ESC-10</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>{n} recording is in no table, or holds no event, so it has no class: {first}</source>
            <extracomment>English plural: {n} recordings are in no table, or hold no event, so they have no class: {first} for one</extracomment>
            <translation>
                <numerusform>{n} 个录音不在任何表格中或没有事件，因此没有类别：{first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/finding.py" />
            <source>{n} recording is not where {table} says and was found by its name: {cell} as {path}</source>
            <extracomment>English plural: {n} recordings are not where {table} says and were found by their names: {cell} as {path}</extracomment>
            <translation>
                <numerusform>{n} 个录音不在 {table} 所写的位置，按文件名找到：{cell} 为 {path}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/finding.py" />
            <source>{n} recording of {table} is not taken, since it could be another: {cell} could be {paths}</source>
            <extracomment>English plural: {n} recordings of {table} are not taken, since they could be others: {cell} could be {paths}</extracomment>
            <translation>
                <numerusform>{table} 中的 {n} 个录音无法确定，因此不导入：{cell} 可能是 {paths}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/xenocanto.py" />
            <source>{n} recording tells of no species, so it has no class: {names}</source>
            <extracomment>English plural: {n} recordings tell of no species, so they have no class: {names}</extracomment>
            <translation>
                <numerusform>{n} 个录音未说明物种，因此没有类别：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/label_notes.py" />
            <source>{n} recording that it spoke of before is not in it; its labels stay: {first}</source>
            <extracomment>English plural: {n} recordings that it spoke of before are not in it; their labels stay: {first} for one</extracomment>
            <translation>
                <numerusform>以前涉及的 {n} 个录音已不在文件中；其标签保留：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/pack_panel.py" />
            <source>{n} recording was not there and stays out: {path}.</source>
            <extracomment>English plural: {n} recordings were not there and stay out: {path} for one.</extracomment>
            <translation>
                <numerusform>{n} 个录音不存在，未包含：{path}。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} refused</source>
            <extracomment>English plural: {n} refused</extracomment>
            <translation>
                <numerusform>{n} 个未导入</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>{n} region</source>
            <extracomment>English plural: {n} regions</extracomment>
            <translation>
                <numerusform>{n} 个区段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{n} rejected</source>
            <extracomment>English plural: {n} rejected</extracomment>
            <translation>
                <numerusform>拒绝 {n}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>{n} row copied</source>
            <extracomment>English plural: {n} rows copied</extracomment>
            <translation>
                <numerusform>复制了 {n} 行</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/sheet.py" />
            <source>{n} row of {file} has more cells than there are columns and is left out (line {line:d})</source>
            <extracomment>English plural: {n} rows of {file} have more cells than there are columns and are left out (the first is in line {line:d})</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行的单元格多于列数，已略去（首见于第 {line:d} 行）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>{n} row of {file} has no number in column “{column}” ({cells})</source>
            <extracomment>English plural: {n} rows of {file} have no number in column “{column}” ({cells})</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行的列“{column}”没有数值（{cells}）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>{n} row of {file} lists several classes in column “{column}” (line {line:d}: “{cell}”), and its clip gets all of them: {names}</source>
            <extracomment>English plural: {n} rows of {file} list several classes in column “{column}” (line {line:d}: “{cell}”), and their clips get all of them: {names}</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行的列“{column}”列出了多个类别（第 {line:d} 行：“{cell}”），其片段得到全部类别：{names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>{n} row of {file} marks no class (line {line:d}), so its clip has none</source>
            <extracomment>English plural: {n} rows of {file} mark no class (the first is in line {line:d}), so their clips have none</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行没有标记任何类别（首见于第 {line:d} 行），因此其片段没有类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/class_columns.py" />
            <source>{n} row of {file} marks several classes (line {line:d}: {columns}), and its clip gets all of them</source>
            <extracomment>English plural: {n} rows of {file} mark several classes (line {line:d}: {columns}), and their clips get all of them</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行标记了多个类别（第 {line:d} 行：{columns}），其片段得到全部类别</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>{n} row of {file} names no recording and is left out</source>
            <extracomment>English plural: {n} rows of {file} name no recording and are left out</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行没有录音的名称，已略去</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>{n} row of {file} says nothing in column “{column}” ({cells})</source>
            <extracomment>English plural: {n} rows of {file} say nothing in column “{column}” ({cells})</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行的列“{column}”没有内容（{cells}）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/column_notes.py" />
            <source>{n} row of {file} says {names} in column “{column}”, which is taken for a name</source>
            <extracomment>English plural: {n} rows of {file} say {names} in column “{column}”, which is taken for a name</extracomment>
            <translation>
                <numerusform>{file} 中 {n} 行的列“{column}”为 {names}，视为名称</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <location filename="../../audioclf_gui/formats/datasets/desed.py" />
            <source>{n} row of {file} tells of no event that can be and is left out (line {line:d})</source>
            <extracomment>English plural: {n} rows of {file} tell of no events that can be and are left out (the first is in line {line:d})</extracomment>
            <translation>
                <numerusform>{file} 中有 {n} 行的事件不可能存在，已略去（第 {line:d} 行）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/selection_columns.py" />
            <source>{n} row says no “File Offset (s)”, so its times are taken for those in its recording</source>
            <extracomment>English plural: {n} rows say no “File Offset (s)”, so their times are taken for those in their recordings</extracomment>
            <translation>
                <numerusform>{n} 行没有“File Offset (s)”，其时间视为在其录音中的时间</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>{n} score in its column “{column}” is no share of 1 and is left out</source>
            <extracomment>English plural: {n} scores in its column “{column}” are no shares of 1 and are left out</extracomment>
            <translation>
                <numerusform>列“{column}”中有 {n} 个得分不在 0 至 1 之间，已略去</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/whombat.py" />
            <source>{n} shape is shown as the box around it</source>
            <extracomment>English plural: {n} shapes are shown as the boxes around them</extracomment>
            <translation>
                <numerusform>{n} 个形状显示为其外接框</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{n} so far.</source>
            <extracomment>English plural: {n} so far.</extracomment>
            <translation>
                <numerusform>目前共 {n} 个。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} sound file</source>
            <extracomment>English plural: {n} sound files</extracomment>
            <translation>
                <numerusform>{n} 个声音文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>{n} sound file lies there and is named nowhere, so it stays out: {first}</source>
            <extracomment>English plural: {n} sound files lie there and are named nowhere, so they stay out: {first} for one</extracomment>
            <translation>
                <numerusform>该处有 {n} 个声音文件未被列出，因此不导入：例如 {first}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/mixture_sources.py" />
            <source>{n} sound has a lower sampling rate than the mixtures, {rate_hz:d} Hz, so it lacks high frequencies: if that depends on the class, a model learns it.</source>
            <extracomment>English plural: {n} sounds have a lower sampling rate than the mixtures, {rate_hz:d} Hz, so they lack high frequencies: if that depends on the class, a model learns it.</extracomment>
            <translation>
                <numerusform>{n} 个声音的采样率低于混合的 {rate_hz:d} Hz，因而缺少高频：如果这与类别有关，模型会学到它。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/sound_checks.py" />
            <source>{n} sound is in two classes ({names})</source>
            <extracomment>English plural: {n} sounds are in two classes ({names}, …)</extracomment>
            <translation>
                <numerusform>{n} 个声音同时属于两个类别（{names}）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/export_sounds.py" />
            <source>{n} sound is written as WAV, as FLAC has no room for its kind of samples, rate or channels.</source>
            <extracomment>English plural: {n} sounds are written as WAV, as FLAC has no room for their kind of samples, rate or channels.</extracomment>
            <translation>
                <numerusform>{n} 个声音以 WAV 写入，因为 FLAC 容纳不下其采样格式、采样率或声道。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/sound_export_panel.py" />
            <source>{n} sound written.</source>
            <extracomment>English plural: {n} sounds written.</extracomment>
            <translation>
                <numerusform>已写入 {n} 个声音。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/report.py" />
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} source file</source>
            <extracomment>English plural: {n} source files</extracomment>
            <translation>
                <numerusform>{n} 个源文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} stretch</source>
            <extracomment>English plural: {n} stretches</extracomment>
            <translation>
                <numerusform>{n} 个区段</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>{n} stretch of {files} files compared with {labels} labels of {groups} groups. The alarm line is where one more of your own groups would lie once in a hundred times; roughly, if few.</source>
            <extracomment>English plural: {n} stretches of {files} files compared with {labels} labels of {groups} groups. The alarm line is where one more of your own groups would lie once in a hundred times; roughly, if few.</extracomment>
            <translation>
                <numerusform>{files} 个文件的 {n} 段与 {groups} 个组的 {labels} 个标注比较。警报线是您自己的又一个组在一百次中会越过一次的位置；组少时只是大致如此。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/background.py" />
            <source>{n} stretch outside the labels is learnt as none of the classes, since background = on.</source>
            <extracomment>English plural: {n} stretches outside the labels are learnt as none of the classes, since background = on.</extracomment>
            <translation>
                <numerusform>因 background = on，标签之外的 {n} 个区段作为不属于任何类别来学习。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} table</source>
            <extracomment>English plural: {n} tables</extracomment>
            <translation>
                <numerusform>{n} 个表格</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/project_page.py" />
            <source>{n} take of the last session added to the clips.</source>
            <extracomment>English plural: {n} takes of the last session added to the clips.</extracomment>
            <translation>
                <numerusform>上次的 {n} 段录音已添加到片段中。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>{n} that it learnt from left out</source>
            <extracomment>English plural: {n} that it learnt from left out</extracomment>
            <translation>
                <numerusform>已略去训练用过的 {n} 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>{n} time is rounded to milliseconds.</source>
            <extracomment>English plural: {n} times are rounded to milliseconds.</extracomment>
            <translation>
                <numerusform>{n} 个时间已取整到毫秒。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/check.py" />
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>{n} window of {window_s:g} s</source>
            <extracomment>English plural: {n} windows of {window_s:g} s</extracomment>
            <translation>
                <numerusform>{n} 个 {window_s:g} s 的时间窗</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/background.py" />
            <source>{outside_s:.0f} s of {n} recording lie outside its labels and are not learnt from; background = on learns them as none of the classes.</source>
            <extracomment>English plural: {outside_s:.0f} s of {n} recordings lie outside their labels and are not learnt from; background = on learns them as none of the classes.</extracomment>
            <translation>
                <numerusform>{n} 个录音中有 {outside_s:.0f} s 位于标签之外，未用于学习；设 background = on 则将其作为不属于任何类别来学习。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/unplaced.py" />
            <source>{path} (not in the project)</source>
            <translation>{path}（不在项目中）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/projects.py" />
            <location filename="../../audioclf_gui/jobs/import_survey.py" />
            <location filename="../../audioclf_gui/jobs/predict.py" />
            <source>{path} does not exist</source>
            <translation>{path} 不存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/lock.py" />
            <source>{path} is a folder where a file of the program belongs</source>
            <translation>{path} 是文件夹，而此处应为本程序的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/placing.py" />
            <source>{path} is taken for {clip} by its name alone</source>
            <translation>仅按文件名将 {path} 视为 {clip}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>{path} is there already</source>
            <translation>{path} 已经存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/monitor.py" />
            <source>{percent:.1f} % of samples are cut off (too loud?)</source>
            <translation>{percent:.1f} % 的采样被削波（太响？）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{place} of {total}</source>
            <translation>{place} / {total}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/run_figures.py" />
            <location filename="../../audioclf_gui/jobs/run_log.py" />
            <source>{problem}. Training goes on without it.</source>
            <translation>{problem}。训练将在没有它的情况下继续。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/train.py" />
            <source>{problem}. Training goes on.</source>
            <translation>{problem}。训练继续进行。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/quantity.py" />
            <source>{quantity} in {unit}</source>
            <translation>{quantity}（{unit}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/readings.py" />
            <source>{quantity}: {mean} on average, from {low} to {high}.</source>
            <translation>{quantity}：平均 {mean}，范围 {low} 至 {high}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{reason}. The model will not know it.</source>
            <translation>{reason}。模型将无法识别它。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{reason}. The model will take silence for it.</source>
            <translation>{reason}。模型会把静音当作该类别。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_facts.py" />
            <source>{run}, fold {number}</source>
            <translation>{run}，第 {number} 折</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/make_mixtures.py" />
            <source>{s:g} s</source>
            <translation>{s:g} s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/time_axis.py" />
            <source>{seconds} s ago</source>
            <translation>{seconds} s 前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{sets}.</source>
            <translation>{sets}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table.py" />
            <source>{shown} of {known} labels</source>
            <translation>{shown} / {known} 个标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/fetch_row.py" />
            <source>{size_mb:.0f} MB</source>
            <translation>{size_mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/notes.py" />
            <source>{snapshot} and {entries}</source>
            <translation>{snapshot}，以及{entries}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/translate.py" />
            <source>{some}, {more}</source>
            <translation>{some}，{more}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/translate.py" />
            <source>{some}; {more}</source>
            <translation>{some}；{more}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/species.py" />
            <source>{species} was heard in none of the clips</source>
            <translation>在任何片段中都没有听到 {species}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>{speed} clips/s · rate {rate:.2g}</source>
            <translation>{speed} 片段/s · 学习率 {rate:.2g}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_merge.py" />
            <source>{start_s:.3f}–{end_s:.3f} s “{name}”</source>
            <translation>{start_s:.3f}–{end_s:.3f} s “{name}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_merge.py" />
            <source>{start_s:.3f}–{end_s:.3f} s, {low_hz}–{high_hz} Hz “{name}”</source>
            <translation>{start_s:.3f}–{end_s:.3f} s，{low_hz}–{high_hz} Hz “{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>{tables} does so, too, but one table is read at a time: import again with that one</source>
            <extracomment>English plural: {tables} do so, too, but one table is read at a time: import again with each of those</extracomment>
            <translation>
                <numerusform>{tables} 也是如此，但一次只读取一个表格：请用它们分别重新导入</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>{table} is a table: name it with --table</source>
            <translation>{table} 是表格：请用 --table 指定</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/table_guess.py" />
            <source>{table} names none of the recordings here: it calls one {name}</source>
            <translation>{table} 中没有此处任何录音的名称：例如其中写的是 {name}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>{table} names recordings, too, and is not read: choose it if it tells their classes</source>
            <translation>{table} 中也有录音的名称，但未读取：如果其中记录了类别，请选择它</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/layout_guess.py" />
            <source>{table} seems to say what is in the files</source>
            <translation>{table} 似乎记录了各文件的内容</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/datasets/dcase.py" />
            <source>{table} tells where events begin and end, so they become {n} label of parts, not classes of recordings</source>
            <extracomment>English plural: {table} tells where events begin and end, so they become {n} labels of parts, not classes of recordings</extracomment>
            <translation>
                <numerusform>{table} 说明事件的起止，因此成为 {n} 个局部标签，而不是录音的类别</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/table_guess.py" />
            <source>{table} tells where in recordings something is: it holds labels, which come in after the recordings</source>
            <translation>{table} 记录了声音在录音中的位置：其中是标签，应在录音之后导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>{test}; validation by {groups} from the rest</source>
            <translation>{test}；从其余数据中按 {groups} 划出验证集</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>{text} is no number of seconds with a tab after it</source>
            <translation>{text} 不是后接制表符的秒数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{time} left</source>
            <translation>剩余 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/judged.py" />
            <source>{title} (by quick folds: {learner})</source>
            <translation>{title}（快速交叉验证：{learner}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/spectrogram_panel.py" />
            <source>{title} (suits {rate})</source>
            <translation>{title}（适合 {rate}）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets/__init__.py" />
            <source>{title}, as given</source>
            <translation>{title}（按原样）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/found_preview.py" />
            <source>{told} ({share} % looked through)</source>
            <translation>{told}（已查看 {share} %）</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/compression.py" />
            <source>{told} The model has learnt from them, so on others it may cost more.</source>
            <translation>{told}模型曾用这些片段训练，因此在其他片段上影响可能更大。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/estimators/forest_growth.py" />
            <source>{trees:d} trees of {depth}, min_split {min_split:d}, min_leaf {min_leaf:d}</source>
            <translation>{trees:d} 棵树，{depth}，min_split {min_split:d}，min_leaf {min_leaf:d}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/unit_plot.py" />
            <source>{up} over {across}</source>
            <translation>{up} 对 {across}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>{usable} of {n} label holds sound to learn from</source>
            <extracomment>English plural: {usable} of {n} labels hold sound to learn from</extracomment>
            <translation>
                <numerusform>{n} 个标签中有 {usable} 个含有可供学习的声音</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>{what} is no number any more in epoch {epoch:d}: training ends, {kept}.</source>
            <translation>{what}在第 {epoch:d} 轮不再是有效数值：训练结束，{kept}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_lists.py" />
            <source>{what}.</source>
            <translation>{what}。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{what}: {of}</source>
            <translation>{what}：{of}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/status_line.py" />
            <source>{what}: {share} %</source>
            <translation>{what}：{share}%</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/status_line.py" />
            <source>{what}…</source>
            <translation>{what}…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>{window_s:g} s at {rate_hz:d} Hz</source>
            <translation>{window_s:g} 秒，{rate_hz:d} Hz</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/documents/run_document.py" />
            <source>± {sd}, mean and deviation of {n} folds</source>
            <translation>± {sd}，{n} 折的平均值与标准差</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/subtitles.py" />
            <source>“-&gt;” stands for “--&gt;” in {n} label.</source>
            <extracomment>English plural: “-&gt;” stands for “--&gt;” in {n} labels.</extracomment>
            <translation>
                <numerusform>{n} 个标签中的“--&gt;”写作“-&gt;”。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/losses.py" />
            <source>“_” stands for a blank in {n} label.</source>
            <extracomment>English plural: “_” stands for blanks in {n} labels.</extracomment>
            <translation>
                <numerusform>{n} 个标签中的空格以“_”代替。</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/web/addresses.py" />
            <source>“{address}” is no address that can be fetched</source>
            <translation>“{address}”不是可获取的地址</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/fetch.py" />
            <source>“{checksum}” is no checksum</source>
            <translation>“{checksum}”不是校验和</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/findings.py" />
            <location filename="../../audioclf_gui/core/text.py" />
            <location filename="../../audioclf_gui/core/track.py" />
            <source>“{name}”</source>
            <translation>“{name}”</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/usable.py" />
            <source>“{name}” cannot be learnt, its {n} label holds nothing: {faults}</source>
            <extracomment>English plural: “{name}” cannot be learnt, its {n} labels hold nothing: {faults}</extracomment>
            <translation>
                <numerusform>无法学习“{name}”，其 {n} 个标签没有可用的声音：{faults}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>“{name}” has 1 recording group</source>
            <translation>“{name}”只有 1 个录音组</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>“{name}” has only {n} clip</source>
            <extracomment>English plural: “{name}” has only {n} clips</extracomment>
            <translation>
                <numerusform>“{name}”只有 {n} 个片段</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/class_checks.py" />
            <source>“{name}” has {rate:g} kHz, most other clips do not</source>
            <translation>“{name}”为 {rate:g} kHz，其他片段大多不是</translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/label_checks.py" />
            <source>“{name}” is nothing but silence: its {n} label lies on it</source>
            <extracomment>English plural: “{name}” is nothing but silence: its {n} labels lie on it</extracomment>
            <translation>
                <numerusform>“{name}”全为静音：其 {n} 个标签均位于静音处</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/supplement.py" />
            <source>“{other}” was ruled out for it</source>
            <translation>该片段已排除“{other}”</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>“{pattern}” has none of the named groups {groups}</source>
            <translation>“{pattern}”中没有命名组 {groups}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>“{pattern}” is not a regular expression: {problem}</source>
            <translation>“{pattern}”不是正则表达式：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/name_template.py" />
            <source>“{template}” is no template of names: {problem}</source>
            <translation>“{template}”不是名称模板：{problem}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_table_hands.py" />
            <source>“{text}” is no number</source>
            <translation>“{text}”不是数</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>“{what}” cannot be undone or made again: its labels are not there any more</source>
            <translation>无法撤销或重做此步（{what}）：其标签已不存在</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>“{what}” is still being saved</source>
            <translation>仍在保存：{what}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/editing.py" />
            <source>“{what}” was not done: a label would be left without its class</source>
            <translation>未执行此步（{what}）：否则会有标签失去类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>…</source>
            <translation>…</translation>
        </message>
    </context>
    <context>
        <name>ThresholdPage</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>Shown for a run that kept its model, as soon as it is read.</source>
            <translation>对保留了模型的运行显示，读取后即可。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>The score from which the class is answered</source>
            <translation>判为该类别所需的最低得分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>false alarm rate</source>
            <translation>误报率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>precision</source>
            <translation>精确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/threshold_page.py" />
            <source>recall</source>
            <translation>召回率</translation>
        </message>
    </context>
    <context>
        <name>TimeChoice</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>A click on the unit chooses seconds, minutes or the time of day</source>
            <translation>点击单位可选择秒、分或时钟时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Begin of the recording…</source>
            <translation>录音开始时间…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/time_choice.py" />
            <source>Nothing tells when this recording began</source>
            <translation>没有信息表明此录音何时开始</translation>
        </message>
    </context>
    <context>
        <name>TimesPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Both edges to the nearest lines</source>
            <translation>两个边缘移到最近的线</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Cut off what would lie beyond the clip</source>
            <translation>截去超出片段的部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Edges of other labels that are no farther away</source>
            <translation>不超过此距离的其他标签边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Gaps up to</source>
            <translation>间隔不超过</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Grid of</source>
            <translation>网格间距</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Labels of one class and track with no wider gap</source>
            <translation>同一类别和轨道中间隔不超过此值的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Later if positive, earlier if negative</source>
            <translation>正数延后，负数提前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Make one label of those that touch, overlap, or are this near</source>
            <translation>将相接、重叠或相距这么近的标签合为一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Move labels exactly so far</source>
            <translation>将标签精确移动这么多</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Of</source>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Other edges within</source>
            <translation>其他边缘在此范围内</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Put edges on those of other labels</source>
            <translation>将边缘对齐其他标签的边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Put edges where the sound passes through zero</source>
            <translation>将边缘放在声音过零处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Quantise</source>
            <translation>量化</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Shift</source>
            <translation>移动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Shift by</source>
            <translation>移动量</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Snap</source>
            <translation>吸附</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Snap edges</source>
            <translation>吸附边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Snap to zero crossings</source>
            <translation>吸附到过零点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Starts to the nearest lines; lengths are kept</source>
            <translation>起点移到最近的线；长度不变</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>The grid begins with the clip</source>
            <translation>网格从片段开头算起</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/times_panel.py" />
            <source>Whose times are changed</source>
            <translation>更改哪些标签的时间</translation>
        </message>
    </context>
    <context>
        <name>TrainWorkspace</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Loss</source>
            <translation>损失</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Position {time}</source>
            <translation>位置 {time}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Transport</source>
            <translation>播放控制</translation>
        </message>
    </context>
    <context>
        <name>TwinsBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/twins_bar.py" />
            <source>Give the labels of the others to {name}; can be undone</source>
            <translation>将其他类别的标签归入“{name}”；可以撤销</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/twins_bar.py" />
            <source>Merge into {name}</source>
            <translation>合并到“{name}”</translation>
        </message>
    </context>
    <context>
        <name>UnplacedBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>About the clip that is shown</source>
            <translation>对应当前显示的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>About this clip</source>
            <translation>对应此片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>About {clip}, which is shown</source>
            <translation>对应当前显示的 {clip}</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Choose a clip…</source>
            <translation>选择片段…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Clips that fit</source>
            <translation>可对应的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Let only file names count</source>
            <translation>只按文件名对应</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Not every recording that the label files mean is known for sure.</source>
            <translation>无法完全确定标签文件对应哪些录音。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Put the labels onto this clip</source>
            <translation>将标签放到此片段上</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Take the clip that has the name, in whatever folder, if there is only one</source>
            <translation>不论在哪个文件夹，只要仅有一个同名片段，即采用该片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/unplaced_bar.py" />
            <source>Which recording is {file} about? To choose another clip, show it and import the file again.</source>
            <translation>{file} 对应哪个录音？如需选择其他片段，请先显示该片段，再重新导入文件。</translation>
        </message>
    </context>
    <context>
        <name>ViewOffer</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_offer.py" />
            <source>A band and colours that suit such recordings; the sliders below choose others</source>
            <translation>适合此类录音的频带和配色；可用下方的滑块另行选择</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_offer.py" />
            <source>Keep this view</source>
            <translation>保持当前显示</translation>
        </message>
    </context>
    <context>
        <name>WatchRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/watch_row.py" />
            <source>Let nothing more come in by itself</source>
            <translation>不再自动导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/watch_row.py" />
            <source>New recordings in it come in by themselves, as these do, while the project is open</source>
            <translation>项目打开期间，其中的新录音会像这些一样自动导入</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/watch_row.py" />
            <source>New recordings in {folder} come in by themselves, as before; the importer stops it.</source>
            <translation>{folder} 中的新录音仍会自动导入；可在导入面板停止。</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/watch_row.py" />
            <source>Stop watching</source>
            <translation>停止监视</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/watch_row.py" />
            <source>Watch the folder</source>
            <translation>监视文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/watch_row.py" />
            <source>Watching {folder}</source>
            <translation>正在监视 {folder}</translation>
        </message>
    </context>
    <context>
        <name>WavePane</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/wave_pane.py" />
            <source>Ctrl+wheel magnifies the waveform, a double click shows all of it</source>
            <translation>Ctrl+滚轮放大波形，双击显示完整波形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/wave_pane.py" />
            <source>Waveform</source>
            <translation>波形</translation>
        </message>
    </context>
    <context>
        <name>_HertzField</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/band_fields.py" />
            <source>{name} of what is selected, in hertz; empty: no limit</source>
            <translation>所选部分的{name}，单位赫兹；留空：无限制</translation>
        </message>
    </context>
    <context>
        <name>_KeyRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Change this key</source>
            <translation>更改此按键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Taken by another command:</source>
            <translation>已被其他命令占用：</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>The new key</source>
            <translation>新按键</translation>
        </message>
    </context>
    <context>
        <name>_NewProjectForm</name>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Choose the folder that the project's folder is made in</source>
            <translation>选择在哪个文件夹中创建项目文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>City sounds</source>
            <translation>城市声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Create</source>
            <translation>创建</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>In the folder</source>
            <translation>所在文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make no project</source>
            <translation>不创建项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make the project (Return)</source>
            <translation>创建项目 (回车)</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>About audioclf-gui</source>
            <translation>关于 audioclf-gui</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Accept</source>
            <translation>接受</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Accept the page</source>
            <translation>接受本页</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Accept the suggestion</source>
            <translation>接受建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Add class 1 to 10 beside others, or take it away</source>
            <translation>在其他类别之外添加第 1 至 10 个类别，或移除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Add sound files, folders or tables; they can be dropped on the window too</source>
            <translation>添加声音文件、文件夹或表格；也可以直接拖放到窗口上</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Add, rename, order, hide or lock tracks, and choose those that models learn from</source>
            <translation>添加、重命名、排序、隐藏或锁定轨道，并选择模型从哪些轨道学习</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Alt+drag</source>
            <translation>Alt+拖动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Another page</source>
            <translation>切换页面</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Another picture</source>
            <translation>切换图片</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Any model whose classes are called like those of the project</source>
            <translation>任何类别名称与项目一致的模型</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Back 1 s</source>
            <translation>后退 1 s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Back 15 s</source>
            <translation>后退 15 s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Back to the last zoom</source>
            <translation>返回上一次缩放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Band of frequencies on or off</source>
            <translation>打开或关闭频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Choose all labels</source>
            <translation>选择所有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Choose all labels of the clip but for those of locked and hidden tracks</source>
            <translation>选中本片段的所有标注，锁定和隐藏轨道上的除外</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Choose all labels of the clip of this class but for those of locked and hidden tracks</source>
            <translation>选中本片段中此类别的所有标注，锁定和隐藏轨道上的除外</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Choose all labels of this class</source>
            <translation>选择此类别的所有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Choose all labels that a rectangle touches</source>
            <translation>选择矩形触及的所有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Choose all labels up to one</source>
            <translation>选择到某个标签为止的所有标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Choose labels: add or take away one</source>
            <translation>选择标签：添加或去掉一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Choose the label before, too</source>
            <translation>同时选择前一个标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Choose the next label, too</source>
            <translation>同时选择下一个标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Classes: another order, and so other keys</source>
            <translation>类别：改变顺序，按键随之改变</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Classes: rename, colour, merge, delete</source>
            <translation>类别：重命名、颜色、合并、删除</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Classify files…</source>
            <translation>对文件分类…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Click</source>
            <translation>单击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Click its heading</source>
            <translation>单击其标题</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Click its name</source>
            <translation>单击其名称</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Click the unit</source>
            <translation>单击单位</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Click, drag the frame</source>
            <translation>单击、拖动框</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Clip</source>
            <translation>片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Clips: several of them</source>
            <translation>片段：多选</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Clips: what can be done to them</source>
            <translation>片段：可执行的操作</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Close project</source>
            <translation>关闭项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Copy labels</source>
            <translation>复制标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Ctrl+Shift+wheel</source>
            <translation>Ctrl+Shift+滚轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Ctrl+click</source>
            <translation>Ctrl+单击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Ctrl+click, Shift+click</source>
            <translation>Ctrl+单击、Shift+单击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Ctrl+wheel</source>
            <translation>Ctrl+滚轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor</source>
            <translation>光标</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor back by 10 pixels</source>
            <translation>光标后退 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor back by a pixel</source>
            <translation>光标后退 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor back by a window</source>
            <translation>光标后退一屏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor forward by 10 pixels</source>
            <translation>光标前进 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor forward by a pixel</source>
            <translation>光标前进 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor forward by a window</source>
            <translation>光标前进一屏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor to the edge before</source>
            <translation>光标移到前一个边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Cursor to the next edge</source>
            <translation>光标移到下一个边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Cut labels</source>
            <translation>剪切标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Delete labels</source>
            <translation>删除标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Delete or copy the chosen rows</source>
            <translation>删除或复制所选行</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Delete, Ctrl+C</source>
            <translation>Delete、Ctrl+C</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Double click</source>
            <translation>双击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Drag</source>
            <translation>拖动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Drag an edge of the frame</source>
            <translation>拖动框的边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Drag between labels</source>
            <translation>在标签之间拖动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Drag it</source>
            <translation>拖动它</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Drag its inside</source>
            <translation>拖动其内部</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Dragging in the spectrogram draws a box of time and frequency</source>
            <translation>在频谱图中拖动可画出时间和频率的方框</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Dragging in the spectrogram draws a stretch of time</source>
            <translation>在频谱图中拖动可画出一段时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Draw boxes</source>
            <translation>画方框</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Draw stretches of time</source>
            <translation>画时间段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Duplicate labels behind them</source>
            <translation>在其后再制标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Edges</source>
            <translation>边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Edges that are dragged near to those of other labels, or to the red line, go there</source>
            <translation>拖动到其他标签边缘或红线附近的边缘会吸附过去</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Edit a cell</source>
            <translation>编辑单元格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Edit the label's text</source>
            <translation>编辑标签文字</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End at the clip's end</source>
            <translation>终点移到片段末尾</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End at the next edge</source>
            <translation>终点移到下一个边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End earlier by 10 pixels</source>
            <translation>终点提前 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End earlier by a pixel</source>
            <translation>终点提前 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End earlier by a window</source>
            <translation>终点提前一屏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End later by 10 pixels</source>
            <translation>终点延后 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End later by a pixel</source>
            <translation>终点延后 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>End later by a window</source>
            <translation>终点延后一屏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>End the selection here</source>
            <translation>以此处为选区终点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Export labels…</source>
            <translation>导出标签…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Export measurements…</source>
            <translation>导出测量值…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Export picture…</source>
            <translation>导出图片…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Export selection…</source>
            <translation>导出选区…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Export sounds of labels…</source>
            <translation>导出标签的声音…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Export the model…</source>
            <translation>导出模型…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>F2 or double click</source>
            <translation>F2 或双击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Find clip</source>
            <translation>查找片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Find moved recordings…</source>
            <translation>查找移动过的录音…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Find sounds</source>
            <translation>查找声音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Forward 1 s</source>
            <translation>前进 1 s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Forward 15 s</source>
            <translation>前进 15 s</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Forward to the next zoom</source>
            <translation>前进到下一次缩放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Frequency axis: pan the band</source>
            <translation>频率轴：平移频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Frequency axis: show all frequencies</source>
            <translation>频率轴：显示所有频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Frequency axis: zoom the band</source>
            <translation>频率轴：缩放频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Give class 1 to 10</source>
            <translation>改为第 1 至 10 个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Give the selected stretch a band of frequencies, or take it away</source>
            <translation>为选中的一段添加或去掉频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Go to the label</source>
            <translation>转到标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Go to…</source>
            <translation>转到…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>History…</source>
            <translation>历史记录…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>How times are told…</source>
            <translation>时间显示方式…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Import label files…</source>
            <translation>导入标签文件…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/commands.py" />
            <source>Keep the last seconds as class 1 to 10</source>
            <translation>将最近几秒保留为第 1 至 10 个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/commands.py" />
            <source>Keep the last seconds without a class</source>
            <translation>不带类别保留最近几秒</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Label</source>
            <translation>标注</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label at the play position</source>
            <translation>在播放位置添加标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label table</source>
            <translation>标签表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label the selection</source>
            <translation>标注选区</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label with a class by its name…</source>
            <translation>按名称用类别标注…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label with class 1 to 10</source>
            <translation>标注为第 1 至 10 个类别</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Leave the editor</source>
            <translation>离开编辑器</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Let BirdNET name the birds and other animals in the clips that are selected</source>
            <translation>让 BirdNET 说出所选片段中的鸟类和其他动物</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Let new labels go to a track</source>
            <translation>让新标签放入某个轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Let new labels go to the next track</source>
            <translation>让新标签放入下一个轨道</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Let the digits mean classes 1 to 10, 11 to 20 and so on</source>
            <translation>让数字键对应第 1 至 10、11 至 20 个类别，依此类推</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Let the selection reach to there</source>
            <translation>将选区延伸到该处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Level axis: magnify the waveform</source>
            <translation>电平轴：放大波形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Level axis: show the whole waveform</source>
            <translation>电平轴：显示完整波形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>List the labels of all clips, or of this one: sort, filter, edit and export them</source>
            <translation>列出所有片段或此片段的标签：排序、筛选、编辑和导出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/commands.py" />
            <source>Listen or stop</source>
            <translation>开始或停止监听</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Lists: sort by a column</source>
            <translation>列表：按列排序</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Look in a folder for the recordings that are not where they were, by their content</source>
            <translation>在文件夹中按内容查找已不在原处的录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Loop</source>
            <translation>循环</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Lower edge down by 10 pixels</source>
            <translation>下边缘下移 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Lower edge down by a pixel</source>
            <translation>下边缘下移 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Lower edge up by 10 pixels</source>
            <translation>下边缘上移 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Lower edge up by a pixel</source>
            <translation>下边缘上移 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Magnify the waveform</source>
            <translation>放大波形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Make a picture the current one</source>
            <translation>将图片设为当前</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Make mixtures…</source>
            <translation>生成混合…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Make one label of all chosen ones of a class, with the gaps between them</source>
            <translation>将所选的同类标签连同其间隔合为一个</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Mark at the red line where a stretch begins, while playing, too</source>
            <translation>在红线处标记一段的开始，播放时也可</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Mark at the red line where a stretch ends; it is selected then</source>
            <translation>在红线处标记一段的结束；随后会选中它</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Mark its end</source>
            <translation>标记其结束</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Mark the beginning of a stretch</source>
            <translation>标记一段的开始</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Mark the chosen labels as unsure, or take the mark away</source>
            <translation>将所选标签标为不确定，或去掉标记</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Measure a model on these labels…</source>
            <translation>用这些标签评估模型…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Menu of the label</source>
            <translation>标签的菜单</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Menu of the label, or of the track at its name</source>
            <translation>标签的菜单，或轨道名称处的轨道菜单</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Merge labels</source>
            <translation>合并标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Mix labelled sounds into a new project to train on</source>
            <translation>把带标注的声音混合成可供训练的新项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Mouse in the panes</source>
            <translation>鼠标：窗格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Mouse on axes and overview</source>
            <translation>鼠标：坐标轴与总览</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Mouse on labels</source>
            <translation>鼠标：标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Mouse on lists</source>
            <translation>鼠标：列表</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Move an edge of the selection</source>
            <translation>移动选区的边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Move an edge or corner</source>
            <translation>移动边缘或角</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Move earlier by 10 pixels</source>
            <translation>提前 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Move earlier by a pixel</source>
            <translation>提前 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Move every edge at that time</source>
            <translation>移动该时刻的所有边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Move later by 10 pixels</source>
            <translation>延后 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Move later by a pixel</source>
            <translation>延后 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Move the selected label</source>
            <translation>移动所选标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Name the label</source>
            <translation>命名标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>New project…</source>
            <translation>新建项目…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Next clip</source>
            <translation>下一个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Next label</source>
            <translation>下一个标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Next unlabelled clip</source>
            <translation>下一个未标注的片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Note and certainty…</source>
            <translation>备注与确定程度…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Open in Label</source>
            <translation>在“标注”中打开</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Open project…</source>
            <translation>打开项目…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Open the recorder; again: start or stop a take</source>
            <translation>打开录音面板；再按一次：开始或停止录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Overview: show another stretch</source>
            <translation>总览：显示另一段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Overview: show more or less</source>
            <translation>总览：显示更多或更少</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Pack project…</source>
            <translation>打包项目…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Paste copied labels at their times into every clip that is selected in the list</source>
            <translation>将复制的标签按其时间粘贴到列表中所选的每个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Paste copied labels in their distances, the first at the red line</source>
            <translation>按原间距粘贴复制的标签，第一个位于红线处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Paste labels at the red line</source>
            <translation>在红线处粘贴标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Paste labels at their times</source>
            <translation>按原时间粘贴标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Paste labels into all selected clips</source>
            <translation>将标签粘贴到所有所选片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play faster</source>
            <translation>加快播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play once, without loop</source>
            <translation>播放一次，不循环</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play or stop</source>
            <translation>播放或停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play slower</source>
            <translation>减慢播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Play the clip</source>
            <translation>播放片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play the label</source>
            <translation>播放标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play what is in view</source>
            <translation>播放可见部分</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Playback…</source>
            <translation>播放…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Previous clip</source>
            <translation>上一个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Previous label</source>
            <translation>上一个标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Put the cursor there</source>
            <translation>将光标放到该处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Put the edges of the chosen labels on those of other labels near by</source>
            <translation>将所选标签的边缘对齐附近其他标签的边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Put the edges of the chosen labels, or of the selection, where the sound passes through zero</source>
            <translation>将所选标签或选区的边缘放在声音过零处</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Quantise to the grid</source>
            <translation>量化到网格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Record</source>
            <translation>录音</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Reject</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Reject the suggestion</source>
            <translation>拒绝建议</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Remove clips from the project</source>
            <translation>从项目中移除片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Report of the runs…</source>
            <translation>训练报告…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Return</source>
            <translation>回车</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Right click</source>
            <translation>右键单击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Scroll in time</source>
            <translation>按时间滚动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Select</source>
            <translation>选择</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Select a stretch; with the box tool, a box</source>
            <translation>选中一段；使用方框工具则选中方框</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Select inside a label too; in the spectrogram a box</source>
            <translation>在标签内部也可选择；在频谱图中为方框</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Select the label; again: the one beneath it</source>
            <translation>选择标签；再次单击：其下方的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Select the whole clip</source>
            <translation>选择整个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Shift labels, put them on a grid or on edges, merge them: of this clip or of many</source>
            <translation>移动标签、对齐网格或边缘、合并：此片段或多个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Shift+click</source>
            <translation>Shift+单击</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Shift+drag</source>
            <translation>Shift+拖动</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Shift+drag an edge</source>
            <translation>Shift+拖动边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show all frequencies</source>
            <translation>显示所有频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Show every edit, and go back to an earlier moment</source>
            <translation>显示所有编辑，并可退回到之前的时刻</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show higher frequencies</source>
            <translation>显示更高的频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show lower frequencies</source>
            <translation>显示更低的频率</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show the waveform smaller</source>
            <translation>缩小波形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show the whole clip</source>
            <translation>显示整个片段</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show the whole waveform</source>
            <translation>显示完整波形</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Snap edges to other labels</source>
            <translation>将边缘吸附到其他标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Snap edges to the grid</source>
            <translation>将边缘吸附到网格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Snap edges to zero crossings</source>
            <translation>将边缘吸附到过零点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Snap edges while dragging</source>
            <translation>拖动时吸附边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Spectrogram…</source>
            <translation>声谱图…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Split labels at the red line</source>
            <translation>在红线处拆分标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start at the clip's start</source>
            <translation>起点移到片段开头</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start at the edge before</source>
            <translation>起点移到前一个边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start earlier by 10 pixels</source>
            <translation>起点提前 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start earlier by a pixel</source>
            <translation>起点提前 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start earlier by a window</source>
            <translation>起点提前一屏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start later by 10 pixels</source>
            <translation>起点延后 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start later by a pixel</source>
            <translation>起点延后 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Start later by a window</source>
            <translation>起点延后一屏</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Start the selection here</source>
            <translation>以此处为选区起点</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Stop and keep best</source>
            <translation>停止并保留最佳</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Take over an event of the model</source>
            <translation>采用模型的事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Time axis: how times are told</source>
            <translation>时间轴：时间显示方式</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Time axis: zoom in time</source>
            <translation>时间轴：缩放时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Times of labels…</source>
            <translation>标签的时间…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the end</source>
            <translation>转到结尾</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the model's nearest event</source>
            <translation>转到最近的模型事件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the nearest label of yours</source>
            <translation>转到最近的自己的标签</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the start</source>
            <translation>转到开头</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Toggle between two zooms</source>
            <translation>在两种缩放之间切换</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Tracks…</source>
            <translation>轨道…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Train</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Transport</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Try the demo project</source>
            <translation>试用演示项目</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Turn the pages</source>
            <translation>翻页</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Type the edges of the selection…</source>
            <translation>输入选区的边缘…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Type where the cursor is to stand, and the edges of the selection</source>
            <translation>输入光标位置和选区边缘</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Unpack project…</source>
            <translation>解包项目…</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>Unsure or not</source>
            <translation>不确定与否</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Upper edge down by 10 pixels</source>
            <translation>上边缘下移 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Upper edge down by a pixel</source>
            <translation>上边缘下移 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Upper edge up by 10 pixels</source>
            <translation>上边缘上移 10 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/step_commands.py" />
            <source>Upper edge up by a pixel</source>
            <translation>上边缘上移 1 像素</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>What birds are these?</source>
            <translation>这些是什么鸟？</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/chosen_commands.py" />
            <source>What is said of the chosen labels: note, certainty, track, exact edges, further columns</source>
            <translation>所选标签的说明：备注、确定程度、轨道、精确边缘、其他列</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Wheel</source>
            <translation>滚轮</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Write a table with the times, frequencies and levels of every label</source>
            <translation>写入表格，列出每个标签的时间、频率和电平</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Write the chosen run, or how the chosen ones compare, as one page that opens anywhere</source>
            <translation>把所选训练（或其比较）写成一个随处可打开的网页</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Write the model of the run that is shown as a file that other programs run</source>
            <translation>将所显示训练的模型写成可供其他程序运行的文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Write the sound of each label as a file, in one folder for each class</source>
            <translation>将每个标签的声音写为文件，每个类别一个文件夹</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Write the sound of the selected stretch as a file</source>
            <translation>将选中一段的声音写为文件</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Write the whole project into one file, to give away or to keep</source>
            <translation>将整个项目写入一个文件，用于分享或保存</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Write what a model says about sound files</source>
            <translation>写出模型对声音文件的判断</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Write what the editor shows, with axes and labels, as PNG, SVG or PDF, or its levels as CSV</source>
            <translation>将编辑器所示内容连同坐标轴和标签写为 PNG、SVG 或 PDF，或将其电平写为 CSV</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Zoom in time, around the pointer</source>
            <translation>以指针为中心缩放时间</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom normal</source>
            <translation>默认缩放</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom the band in</source>
            <translation>放大频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mouse_commands.py" />
            <source>Zoom the band of frequencies</source>
            <translation>缩放频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom the band out</source>
            <translation>缩小频带</translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom to selection</source>
            <translation>缩放到选区</translation>
        </message>
    </context>
</TS>
