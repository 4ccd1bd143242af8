# Filled by `build.py manifests` from what lies in dist/.
cask "briefing" do
  version "@VERSION@"
  sha256 "@SHA256@"

  url "@DOWNLOADS@/Briefing-#{version}-arm64.dmg"
  name "Briefing"
  desc "Reader that shows who said what in an article, and how confirmed it is"
  homepage "@HOMEPAGE@"

  depends_on arch: :arm64
  depends_on macos: ">= :sonoma"

  app "Briefing.app"
  binary "#{appdir}/Briefing.app/Contents/MacOS/briefing"

  # The library in ~/Library/Application Support/Briefing is the reader's own, and stays.
end
