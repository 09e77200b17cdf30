#compdef rtk-webhooks
# Completion of rtk-webhooks in zsh.
_rtk_webhooks() {
  local -a candidates
  candidates=(${(f)"$(${words[1]} __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
  candidates=(${candidates%%$'\t'*})
  if (( ${#candidates} )); then
    compadd -a candidates
  else
    _files
  fi
}
compdef _rtk_webhooks rtk-webhooks
